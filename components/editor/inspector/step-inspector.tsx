"use client";

import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import { TextAreaField, TextField } from "@/components/ui/field";
import type { StepNode } from "@/core/workflow/edit/outline";
import type { Step } from "@/core/workflow/step";
import { STEP_TITLE_MAX } from "@/core/workflow/steps/shared";
import { NodeAccepted } from "../checks/node-accepted";
import { useWorld } from "../editor-context";
import { StepForm } from "../forms/step-form";
import { StepContents } from "./step-contents";
import { StepRules } from "./step-rules";
import { StepStats } from "./step-stats";
import { Tabs } from "./tabs";
import { useFormFacts } from "./use-form-facts";

const NOTE_MAX = 4_000;

/** A step's form, its contents, who may not get it, its figures and its notes. */
export function StepInspector({
  node,
  openContent,
}: {
  node: StepNode;
  openContent: string | null;
}) {
  const t = useText();
  const { store, readOnly } = useWorld();
  const facts = useFormFacts(node.key);
  const [tab, setTab] = useState("configure");
  const [asked, setAsked] = useState(openContent);
  if (openContent !== asked) {
    setAsked(openContent);
    if (openContent !== null) setTab("content");
  }
  const { step } = node;
  const set = (next: Step, field: string | null) =>
    store.edit({ do: "set_step", step: next }, field === null ? null : `${step.id} ${field}`);
  const hasContent = step.kind === "send" || step.kind === "escalate";
  const tabs = [
    { id: "configure", label: t("editor.configure") },
    ...(hasContent ? [{ id: "content", label: t("editor.content") }] : []),
    ...(hasContent ? [{ id: "rules", label: t("editor.rules") }] : []),
    { id: "stats", label: t("editor.stats") },
    { id: "notes", label: t("editor.notes") },
  ];
  return (
    <Tabs tabs={tabs} current={tab} onChange={setTab} label={t("editor.inspector")}>
      {tab === "configure" ? (
        <>
          <StepForm {...facts} step={step} onChange={set} />
          <NodeAccepted step={step.id} />
        </>
      ) : null}
      {tab === "content" ? <StepContents step={step} shown={openContent} /> : null}
      {tab === "rules" ? <StepRules step={step} /> : null}
      {tab === "stats" ? <StepStats node={node} /> : null}
      {tab === "notes" ? (
        <div className="grid gap-4">
          <TextField
            label={t("editor.stepTitle")}
            hint={t("editor.stepTitleHint")}
            data-field="title"
            maxLength={STEP_TITLE_MAX}
            readOnly={readOnly}
            value={step.title ?? ""}
            onChange={(event) => {
              const { title: _, ...rest } = step;
              const title = event.target.value;
              set(title === "" ? rest : { ...rest, title }, "title");
            }}
          />
          <TextAreaField
            label={t("editor.note")}
            hint={t("editor.noteHint")}
            data-field="note"
            rows={6}
            maxLength={NOTE_MAX}
            readOnly={readOnly}
            value={step.note ?? ""}
            onChange={(event) => {
              const { note: _, ...rest } = step;
              const note = event.target.value;
              set(note === "" ? rest : { ...rest, note }, "note");
            }}
          />
        </div>
      ) : null}
    </Tabs>
  );
}
