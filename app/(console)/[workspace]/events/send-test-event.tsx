"use client";

import Link from "next/link";
import { useState } from "react";
import { JsonField } from "@/components/events/json-field";
import { jsonProblem } from "@/components/events/json-problem";
import { FormDialog } from "@/components/people/form-dialog";
import { useCreate } from "@/components/shortcuts/use-create";
import { useText } from "@/components/text/text-provider";
import type { Failure } from "@/components/ui/action-answer";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useAction } from "@/components/ui/use-action";
import type { EventResult } from "@/core/contracts/events";
import { sendTestEventAction } from "./actions";
import { EventAnswer } from "./event-answer";

const EXAMPLE_DATA = { id: "2041", number: "2041", amount: 120, due_date: "2030-12-13" };

const example = (name: string): string =>
  JSON.stringify(
    {
      name,
      person: { id: "test-person", name: "Test Person", email: "test@example.com" },
      data: EXAMPLE_DATA,
    },
    null,
    2,
  );

type Props = {
  slug: string;
  /** What the example is called. */
  name: string;
  /** The event to begin with, instead of the example. */
  text?: string;
  label?: string;
};

/** The button, and behind it an event that arrives as if a system had sent it. */
export function SendTestEvent(props: Props) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const label = props.label ?? t("events.send");
  useCreate(label, props.label ? null : () => setOpen(true));
  return (
    <>
      <Button look={props.label ? "secondary" : "primary"} onPress={() => setOpen(true)}>
        {label}
      </Button>
      {open ? <SendDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function SendDialog({ slug, name, text: begun, onClose }: Props & { onClose: () => void }) {
  const t = useText();
  const { pending, failure, run } = useAction();
  const [result, setResult] = useState<EventResult & { eventId: string }>();
  if (result) {
    return (
      <Dialog open onOpenChange={(open) => open || onClose()} title={t("events.arrived")}>
        <div role="status">
          <EventAnswer slug={slug} result={result} />
        </div>
        <div className="mt-4 flex flex-wrap justify-end gap-2">
          <Link
            href={`/${slug}/events/${result.eventId}`}
            className="button button--outline button--md"
          >
            {t("events.show")}
          </Link>
          <Button look="primary" onPress={onClose}>
            {t("common.close")}
          </Button>
        </div>
      </Dialog>
    );
  }
  return (
    <FormDialog
      title={t("events.send")}
      verb={t("events.sendVerb")}
      size="lg"
      pending={pending}
      failure={failure && failure.errors.length === 0 ? failure : undefined}
      onClose={onClose}
      onSubmit={(text) => {
        const json = text("json");
        if (jsonProblem(json)) return;
        run(() => sendTestEventAction(slug, { json }), setResult);
      }}
    >
      <p className="text-ft-2">{t("events.sendLead")}</p>
      <JsonField
        label={t("events.json")}
        hint={t("events.jsonHint")}
        name="json"
        value={begun ?? example(name)}
        rows={14}
        error={placesOf(failure)}
      />
    </FormDialog>
  );
}

const placesOf = (failure: Failure | undefined): string | undefined =>
  failure && failure.errors.length > 0
    ? failure.errors
        .map(({ path, message }) => (path ? `${path}: ${message}` : message))
        .join(" · ")
    : undefined;
