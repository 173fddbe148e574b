import { Check, Minus, X } from "lucide-react";
import { Time } from "@/components/ui/time";
import type { GateState } from "@/core/delivery/gate-states";
import { stepSentence } from "@/core/sentence/step-sentence";
import { walk } from "@/core/workflow/definition";
import type { PageView } from "../../page-view";
import type { LoadedCase } from "./load-case";
import type { CaseParams } from "./search-params";
import { type Looked, type WhyNot, whyNotOf } from "./why-not-of";
import { WhyNotPicker } from "./why-not-picker";

type Props = { loaded: LoadedCase; view: PageView; shown: CaseParams; path: string };

/** Pick a step: the first gate that stood in its way, those behind it “not reached”, or that its turn is still to come. */
export function WhyNotPanel({ loaded, view, shown, path }: Props) {
  const { definition, sentenceNames } = loaded;
  const { locale, t } = view;
  const steps = definition
    ? [...walk(definition)].flatMap(({ step }) =>
        step.kind === "send"
          ? [{ id: step.id, sentence: stepSentence(step, { locale, names: sentenceNames }) }]
          : [],
      )
    : [];
  if (steps.length === 0) return <p className="text-ft-3">{t("case.noSendSteps")}</p>;
  const chosen = steps.find(({ id }) => id === shown.whynot);
  return (
    <>
      <WhyNotPicker steps={steps} chosen={chosen?.id ?? ""} shown={shown} path={path} />
      {chosen ? <Answer answer={whyNotOf(loaded, chosen.id)} loaded={loaded} view={view} /> : null}
    </>
  );
}

function Answer({ answer, loaded, view }: { answer: WhyNot; loaded: LoadedCase; view: PageView }) {
  const { zone } = loaded;
  const { viewerZone, now, locale, t } = view;
  const clock = { zone, viewerZone, now, locale };
  if (answer.kind === "looked") {
    return answer.messages.map((message) => (
      <LookedAt key={message.messageId} message={message} t={t} />
    ));
  }
  if (answer.kind === "planned") {
    return (
      <p role="status">
        {t.rich("case.whyNot_planned", {
          at: <Time key="at" at={answer.at} {...clock} show="absolute" />,
        })}
      </p>
    );
  }
  return <p role="status">{t(`case.whyNot_${answer.kind}`)}</p>;
}

function LookedAt({ message, t }: { message: Looked; t: PageView["t"] }) {
  const { sentence, because, change, gates, status } = message;
  const isSent = status === "sent" || status === "delivered";
  return (
    <div className="grid gap-1.5 border-t border-ft-subtle pt-2">
      <p className="font-medium">{sentence}</p>
      {because ? <p className="text-ft-2">{because}</p> : null}
      {isSent ? null : <p className="text-ft-2">{change}</p>}
      <ol aria-label={t("case.gates")} hidden={gates.length === 0} className="grid gap-1 text-xs">
        {gates.map(({ name, state }) => (
          <li key={name} className="flex items-center gap-2">
            <GateGlyph state={state} />
            <span className={state === "closed" ? "font-medium" : "text-ft-2"}>
              {t(`case.gate_${name}`)}
            </span>
            <span className="ms-auto text-ft-3">{t(`case.gateState_${state}`)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function GateGlyph({ state }: { state: GateState["state"] }) {
  const Icon = state === "open" ? Check : state === "closed" ? X : Minus;
  const colour = state === "closed" ? "text-(--ft-due)" : "text-ft-3";
  return <Icon aria-hidden="true" size={14} className={`shrink-0 ${colour}`} />;
}
