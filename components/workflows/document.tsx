import type { ReactNode } from "react";
import type { Text } from "@/components/text/text";
import { dueSentence, startSentence, stopSentence } from "@/core/sentence/document-sentence";
import { lengthWords } from "@/core/sentence/duration-words";
import type { Definition } from "@/core/workflow/definition";
import { StepTree, type StepTreeProps } from "./step-tree";

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
  const { t, locale } = tree;
  const options = { locale, names: tree.names };
  const { stages, stopsWhen, resolution, expiry, limits } = definition;
  const last = stages.length;
  return (
    <div className="border-y border-ft-subtle bg-ft-surface">
      <Part title={t("workflows.starts")}>
        <p className="text-base">{startSentence(definition, options)}</p>
      </Part>
      <Part title={t("workflows.due")}>
        <p className="text-base">{dueSentence(definition.due, options)}</p>
      </Part>
      <Part title={t("workflows.stops")}>
        {stopsWhen.length === 0 ? (
          <p className="text-base">{t("workflows.neverStops")}</p>
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
        <Part title={t("workflows.whenResolved")}>
          <StepTree
            {...tree}
            steps={resolution.steps}
            prefix={`${last + 1}`}
            casesHref={casesAt?.("resolution")}
          />
        </Part>
      ) : null}
      <Part title={t("workflows.whenExpired")}>
        <p className="text-base">{expiryText(expiry?.after, t, locale)}</p>
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
        <Part title={t("workflows.limits")}>
          <p>
            {new Intl.ListFormat(locale).format([
              ...(limits.messagesMax
                ? [t("workflows.messagesMax", { n: limits.messagesMax })]
                : []),
              ...(limits.daysMax ? [t("workflows.daysMax", { n: limits.daysMax })] : []),
            ])}
          </p>
        </Part>
      ) : null}
    </div>
  );
}

function expiryText(after: string | undefined, t: Text, locale: string): string {
  const length = after === undefined ? null : lengthWords(after, locale);
  return length === null ? t("workflows.expires") : t("workflows.expiresAfter", { length });
}
