import type { ReactNode } from "react";
import { StepTree, type StepTreeProps } from "@/components/workflows/step-tree";
import { dueSentence, startSentence, stopSentence } from "@/core/sentence/document-sentence";
import { lengthWords } from "@/core/sentence/duration-words";
import type { Definition } from "@/core/workflow/definition";

type Props = Omit<StepTreeProps, "steps" | "prefix" | "casesHref"> & {
  definition: Definition;
  /** The list of open cases at a stage; undefined for a draft, which has none. */
  casesAt: ((stage: string) => string) | undefined;
};

function Part({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="grid gap-2 border-t border-ft-subtle px-4 py-4 first:border-t-0 md:grid-cols-[140px_minmax(0,1fr)]">
      <h2 className="font-semibold">{title}</h2>
      <div className="grid min-w-0 gap-2">{children}</div>
    </section>
  );
}

/** A whole document read as sentences, in the order it runs. */
export function Document({ definition, casesAt, ...tree }: Props) {
  const options = { locale: "en", names: tree.names };
  const { stages, stopsWhen, resolution, expiry, limits } = definition;
  const last = stages.length;
  return (
    <div className="border-y border-ft-subtle bg-ft-surface">
      <Part title="Starts">
        <p className="text-base">{startSentence(definition, options)}</p>
      </Part>
      <Part title="Due">
        <p className="text-base">{dueSentence(definition.due, options)}</p>
      </Part>
      <Part title="Stops">
        {stopsWhen.length === 0 ? (
          <p className="text-base">
            Nothing stops it early: it runs to its end, or an operator resolves it.
          </p>
        ) : (
          <ul className="grid gap-1 text-base">
            {stopsWhen.map((rule) => (
              <li key={JSON.stringify(rule)}>{stopSentence(rule, options)}</li>
            ))}
          </ul>
        )}
      </Part>
      {stages.map(({ id, name, steps }, place) => (
        <Part
          key={id}
          title={
            <>
              <span className="ft-figures text-ft-3">{place + 1}</span> {name}
            </>
          }
        >
          <StepTree {...tree} steps={steps} prefix={`${place + 1}`} casesHref={casesAt?.(id)} />
        </Part>
      ))}
      {resolution ? (
        <Part title="When resolved">
          <StepTree
            {...tree}
            steps={resolution.steps}
            prefix={`${last + 1}`}
            casesHref={casesAt?.("resolution")}
          />
        </Part>
      ) : null}
      <Part title="When it runs out">
        <p className="text-base">
          {expiry?.after
            ? `Without an answer ${lengthWords(expiry.after, "en") ?? "later"} after the last step, the case expires.`
            : "Without an answer after the last step, the case expires."}
        </p>
        {expiry?.steps ? (
          <StepTree
            {...tree}
            steps={expiry.steps}
            prefix={`${last + (resolution ? 2 : 1)}`}
            casesHref={casesAt?.("expiry")}
          />
        ) : null}
      </Part>
      {limits ? (
        <Part title="Limits">
          <p>
            {[
              ...(limits.messagesMax ? [`at most ${limits.messagesMax} messages a case`] : []),
              ...(limits.daysMax ? [`at most ${limits.daysMax} days`] : []),
            ].join(", ")}
          </p>
        </Part>
      ) : null}
    </div>
  );
}
