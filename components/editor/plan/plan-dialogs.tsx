"use client";

import { useRef, useState } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import type { Edited } from "@/core/workflow/edit/edit";
import { innerCount } from "@/core/workflow/edit/list-at";
import { STEP_TITLE_MAX } from "@/core/workflow/steps/shared";
import { useWorld } from "../editor-context";
import { FindStep } from "./find-step";
import { refusedWords } from "./happened-words";
import { InsertMenu } from "./insert-menu";
import { kindWord, wayWord } from "./plan-words";
import type { Asking, Commands } from "./use-commands";
import { useReader } from "./use-reader";

const STAGE_NAME_MAX = 80;

/** What the plan asks before it acts. */
export function PlanDialogs({
  asking,
  commands,
  onClose,
}: {
  asking: Asking | null;
  commands: Commands;
  onClose: () => void;
}) {
  const { store } = useWorld();
  const back = () => {
    onClose();
    store.wish("plan");
  };
  switch (asking?.ask) {
    case "insert":
      return <InsertMenu gap={asking.gap} words={asking.words} onClose={onClose} />;
    case "find":
      return <FindStep commands={commands} onClose={onClose} />;
    case "keep":
      return <KeepDialog step={asking.step} commands={commands} onClose={back} />;
    case "rename":
      return (
        <NameDialog
          title={asking.step.step.title ?? ""}
          of="step"
          onClose={back}
          onSave={(title) => store.tryEdit({ do: "rename", id: asking.step.key, title })}
        />
      );
    case "rename_stage":
      return (
        <NameDialog
          title={asking.name}
          of="stage"
          onClose={back}
          onSave={(name) => store.tryEdit({ do: "rename_stage", id: asking.id, name })}
        />
      );
    default:
      return null;
  }
}

type Keep = Extract<Asking, { ask: "keep" }>["step"];

function KeepDialog({
  step,
  commands,
  onClose,
}: {
  step: Keep;
  commands: Commands;
  onClose: () => void;
}) {
  const t = useText();
  const reader = useReader();
  const remove = (keep?: string) => {
    onClose();
    commands.removeNow([step.key], keep);
  };
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={t("editor.keepWhich")} size="sm">
      <p className="mb-3 text-ft-2">
        {t("editor.keepBody", { what: kindWord(step.step, reader) })}
      </p>
      <div className="grid gap-2">
        <Button autoFocus onPress={() => remove()}>
          {t("editor.keepNone")}
        </Button>
        {step.ways
          .filter(({ steps }) => steps.length > 0)
          .map((way) => (
            <Button key={way.key} onPress={() => remove(way.way.way)}>
              {t("editor.keepWay", {
                name: wayWord(way, reader),
                n: way.steps.reduce((sum, inner) => sum + 1 + innerCount(inner.step), 0),
              })}
            </Button>
          ))}
        <Button look="tertiary" onPress={onClose}>
          {t("editor.cancel")}
        </Button>
      </div>
    </Dialog>
  );
}

function NameDialog({
  title,
  of,
  onSave,
  onClose,
}: {
  title: string;
  of: "step" | "stage";
  onSave: (title: string) => Edited;
  onClose: () => void;
}) {
  const t = useText();
  const [value, setValue] = useState(title);
  const [error, setError] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const isStep = of === "step";
  const whyNot = (edited: Edited): string | undefined => {
    if (edited.ok || edited.why === "nothing_changed") return undefined;
    const isUnnamed = !isStep && value.trim() === "";
    return isUnnamed ? t("editor.stageNeedsName") : refusedWords(edited, { t });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t(isStep ? "editor.renameTitle" : "editor.renameStageTitle")}
      size="sm"
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const refused = whyNot(onSave(value));
          if (refused === undefined) return onClose();
          setError(refused);
          field.current?.focus();
        }}
      >
        <TextField
          label={t(isStep ? "editor.stepTitle" : "editor.stageName")}
          {...(isStep && { hint: t("editor.stepTitleHint") })}
          ref={field}
          error={error}
          name="title"
          autoFocus
          maxLength={isStep ? STEP_TITLE_MAX : STAGE_NAME_MAX}
          value={value}
          onChange={(event) => setValue(event.target.value)}
          required={!isStep}
        />
        <div className="flex justify-end gap-2">
          <Button onPress={onClose}>{t("editor.cancel")}</Button>
          <Button type="submit" look="primary">
            {t("editor.save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
