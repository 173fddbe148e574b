import { stepSentence } from "@/core/sentence/step-sentence";
import { walk } from "@/core/workflow/definition";
import type { PageView } from "../../page-view";
import { DetailBlock } from "./detail-block";
import type { LoadedCase } from "./load-case";

const STEP_CHARS_MAX = 90;

/** The stages of the case's version, with the steps of the one it stands in. */
export function PathBlock({ loaded, view }: { loaded: LoadedCase; view: PageView }) {
  const { row, definition, sentenceNames } = loaded;
  const { locale, t } = view;
  if (!definition) return null;
  const steps = Map.groupBy(walk(definition), ({ stage }) => stage);
  const stages = [
    ...definition.stages.map(({ id, name }) => ({ id, name })),
    ...(definition.resolution ? [{ id: "resolution", name: t("case.resolution") }] : []),
  ];
  const at = stages.findIndex(({ id }) => id === row.stage);
  return (
    <DetailBlock title={t("case.path")}>
      <ol className="grid gap-1">
        {stages.map(({ id, name }, place) => {
          const isHere = place === at;
          return (
            <li key={id}>
              <p
                className={`flex items-center gap-2 ${
                  isHere ? "font-semibold" : place < at ? "text-ft-3" : "text-ft-2"
                }`}
              >
                <Dot state={isHere ? "here" : place < at ? "past" : "ahead"} />
                {name}
              </p>
              {isHere ? (
                <ol className="ms-[3px] grid gap-1 border-s border-ft-border ps-4 pt-1 text-xs">
                  {(steps.get(id) ?? []).map(({ step, depth }) => {
                    const isCurrent = step.id === row.step && row.status === "open";
                    return (
                      <li
                        key={step.id}
                        aria-current={isCurrent ? "step" : undefined}
                        style={{ paddingInlineStart: depth * 12 }}
                        className={isCurrent ? "font-medium text-ft-1" : "text-ft-3"}
                      >
                        {isCurrent ? <span className="sr-only">{t("case.hereNow")} </span> : null}
                        {shortened(stepSentence(step, { locale, names: sentenceNames }))}
                      </li>
                    );
                  })}
                </ol>
              ) : null}
            </li>
          );
        })}
      </ol>
    </DetailBlock>
  );
}

function Dot({ state }: { state: "here" | "past" | "ahead" }) {
  const looks = {
    here: "border-ft-accent bg-ft-accent",
    past: "border-ft-control bg-ft-border",
    ahead: "border-ft-control",
  };
  return (
    <span aria-hidden="true" className={`size-2 shrink-0 rounded-full border ${looks[state]}`} />
  );
}

const shortened = (text: string): string =>
  text.length > STEP_CHARS_MAX ? `${text.slice(0, STEP_CHARS_MAX - 1)}…` : text;
