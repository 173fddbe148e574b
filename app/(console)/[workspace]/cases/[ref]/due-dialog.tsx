"use client";

import { useEffect, useState } from "react";
import { TextField } from "@/components/ui/field";
import { duePreview, moveDueAction } from "./actions";
import { useVerb } from "./use-verb";
import { VerbDialog, type VerbProps } from "./verb-dialog";

const SETTLED_MS = 250;

export function DueDialog({
  number,
  zone,
  date: firstDate,
  slug,
  onClose,
  ...seen
}: VerbProps & { number: string; zone: string; date: string }) {
  const { pending, error, run, forget } = useVerb();
  const [date, setDate] = useState(firstDate);
  const [time, setTime] = useState("");
  const [plan, setPlan] = useState<string[] | string>();
  const due = date === "" ? "" : time === "" ? date : `${date}T${time}`;
  const { caseId } = seen;
  useEffect(() => {
    if (due === "") return setPlan(undefined);
    let current = true;
    const timer = setTimeout(async () => {
      const result = await duePreview(slug, { caseId, due });
      if (current) setPlan(result.ok ? result.value : result.message);
    }, SETTLED_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [slug, caseId, due]);
  return (
    <VerbDialog
      title={`Change the due date of ${number}`}
      verb="Move due date"
      {...{ pending, error, onClose }}
      onForget={forget}
      onSubmit={() => run(() => moveDueAction(slug, { ...seen, due }), onClose)}
    >
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label="Due date"
          type="date"
          required
          value={date}
          onChange={(event) => setDate(event.target.value)}
        />
        <TextField
          label="Time"
          type="time"
          value={time}
          onChange={(event) => setTime(event.target.value)}
        />
      </div>
      <p className="text-ft-2">On the clock of {zone}. Without a time: the end of that day.</p>
      <section aria-live="polite" aria-label="Resulting plan" className="grid gap-1">
        <h3 className="ft-label">The plan would be</h3>
        <PlanPreview plan={plan} />
      </section>
    </VerbDialog>
  );
}

function PlanPreview({ plan }: { plan: string[] | string | undefined }) {
  if (plan === undefined) return <p className="text-ft-3">Pick a date to see it.</p>;
  if (typeof plan === "string") return <p className="text-(--ft-failed)">{plan}</p>;
  if (plan.length === 0) return <p className="text-ft-2">Nothing more would be sent.</p>;
  return (
    <ol className="max-h-56 list-decimal overflow-y-auto ps-5">
      {plan.map((sentence, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a list that is only ever replaced whole.
        <li key={place}>{sentence}</li>
      ))}
    </ol>
  );
}
