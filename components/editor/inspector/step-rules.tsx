"use client";

import { useText } from "@/components/text/text-provider";
import type { Step } from "@/core/workflow/step";
import { useDocument, useWorld } from "../editor-context";

/** Who may not get this step's messages, in the order in which delivery asks. */
export function StepRules({ step }: { step: Step }) {
  const t = useText();
  const { facts } = useWorld();
  const { definition } = useDocument();
  const topic = facts.topics.find(({ key }) => key === definition.topic);
  const name = topic?.name ?? definition.topic;
  const loud = step.kind === "send" && step.ignoreQuietHours === true;
  const rules = [
    t("editor.ruleClosed"),
    t("editor.rulePaused"),
    t(topic?.required ? "editor.ruleRequired" : "editor.ruleTopic", { name }),
    t("editor.ruleAddress"),
    t(loud ? "editor.ruleLoud" : "editor.ruleQuiet"),
    t("editor.ruleHoldout"),
  ];
  return (
    <section aria-label={t("editor.rulesHere")}>
      <p className="mb-2 text-ft-2">{t("editor.rulesIntro")}</p>
      <ol className="grid list-decimal gap-1 ps-5">
        {rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ol>
    </section>
  );
}
