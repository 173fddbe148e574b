import { WAITING_WORDS } from "@/components/cases/case-state";
import { Time } from "@/components/ui/time";
import { stopSentence } from "@/core/sentence/document-sentence";
import { stepSentence } from "@/core/sentence/step-sentence";
import { walk } from "@/core/workflow/definition";
import type { PageView } from "../../page-view";
import type { LoadedCase } from "./load-case";

const OPTIONS = { locale: "en" };

/** What happens next, when on the person's clock, by which rule, and what would stop it. */
export function NextCard({ loaded, view }: { loaded: LoadedCase; view: PageView }) {
  const { row, plan, zone } = loaded;
  const { now, viewerZone, locale, ticking } = view;
  const clock = { zone, viewerZone, now, locale };
  if (row.status !== "open") return <ClosedCard loaded={loaded} view={view} />;
  const rule = ruleOf(loaded);
  const stops = (loaded.definition?.stopsWhen ?? []).map((stop) => stopSentence(stop, OPTIONS));
  const next = plan.next;
  return (
    <section aria-labelledby="next" className="border-y border-ft-subtle bg-ft-surface p-4">
      <h2 id="next" className="text-xs font-semibold tracking-wide text-ft-3 uppercase">
        Next
      </h2>
      <p className="mt-1 text-base font-medium">
        {next?.sentence ?? `Waiting for: ${WAITING_WORDS[row.waitingFor ?? "time"].toLowerCase()}`}
      </p>
      <div className="mt-1 flex flex-wrap items-baseline gap-x-3 text-ft-2">
        {next?.at ? (
          <>
            <Time at={next.at} {...clock} show="absolute" details rule={rule ?? undefined} />
            <span>
              <Time at={next.at} {...clock} show="relative" ticking={ticking} />
            </span>
          </>
        ) : null}
        {row.waitingFor && row.waitingFor !== "time" ? (
          <span>
            Waiting for {WAITING_WORDS[row.waitingFor].toLowerCase()}
            {row.nextActionAt ? (
              <>
                {" until "}
                <Time at={row.nextActionAt} {...clock} show="absolute" />
              </>
            ) : null}
          </span>
        ) : null}
      </div>
      {rule ? <p className="mt-2 text-ft-2">Because: {rule}</p> : null}
      {stops.length > 0 ? <p className="mt-1 text-ft-3">{stops.join(" ")}</p> : null}
    </section>
  );
}

function ruleOf({ row, definition }: LoadedCase): string | null {
  if (!definition || row.step === null) return null;
  for (const { step } of walk(definition)) {
    if (step.id === row.step) return stepSentence(step, OPTIONS);
  }
  return null;
}

function ClosedCard({ loaded, view }: { loaded: LoadedCase; view: PageView }) {
  const { row, plan, zone } = loaded;
  const { now, viewerZone, locale } = view;
  return (
    <section aria-labelledby="next" className="border-y border-ft-subtle bg-ft-surface p-4">
      <h2 id="next" className="text-xs font-semibold tracking-wide text-ft-3 uppercase">
        Next
      </h2>
      <p className="mt-1 text-base font-medium">
        {plan.next?.sentence ?? "Nothing: the case is closed."}
      </p>
      {row.closedAt ? (
        <p className="mt-1 text-ft-2">
          Closed <Time at={row.closedAt} {...{ zone, viewerZone, now, locale }} show="absolute" />
        </p>
      ) : null}
    </section>
  );
}
