"use client";

import { useState } from "react";
import type { ActionAnswer } from "@/components/ui/action-answer";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { CheckboxField, TextField } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { showToast } from "@/components/ui/toast";
import { useAction } from "@/components/ui/use-action";
import { expectationOf } from "@/core/case/run-scenario";
import type { ScenarioTest } from "@/core/case/scenario-test";
import { failureSentence } from "@/core/sentence/scenario-sentence";
import { keyFor } from "./kept-test";
import type { Sim } from "./use-simulation";

const NAME_CHARS_MAX = 120;

export type SaveTest = (test: ScenarioTest) => Promise<ActionAnswer<unknown>>;

/** Keeps what is played, and what came of it, with the workflow. */
export function SaveDialog({
  sim,
  save,
  onClose,
}: {
  sim: Sim;
  save: SaveTest;
  onClose: () => void;
}) {
  const { t, locale, choice, nameOf, run, test, saved, setSaved, choose, now } = sim;
  const kept = now.savedTest;
  const first = kept?.name ?? ("preset" in choice ? nameOf(choice.preset) : t("simulation.own"));
  const [name, setName] = useState(first);
  const [required, setRequired] = useState(kept?.required ?? false);
  const [withExpectations, setWith] = useState(true);
  const { pending, failure, run: act } = useAction();
  if (!run) return null;
  const expects = expectationOf(run);
  const count = expects.messages?.length ?? 0;
  const submit = (key: string) => {
    const { expects: _, required: __, ...bare } = test as ScenarioTest;
    const next: ScenarioTest = {
      ...bare,
      key,
      name: name.trim(),
      ...(withExpectations && { expects }),
      ...(required && { required }),
    };
    void act(
      () => save(next),
      () => {
        setSaved([...saved.filter((one) => one.key !== key), next].sort(byKey));
        choose({ saved: key });
        showToast(t("simulation.saved", { name: next.name }));
        onClose();
      },
    );
  };
  const isNameless = name.trim() === "";
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t("simulation.saveTitle")}
      footer={
        <>
          <Button onPress={onClose}>{t("common.cancel")}</Button>
          {kept ? (
            <Button
              isDisabled={isNameless}
              pending={pending}
              onPress={() => submit(keyFor(name, saved))}
            >
              {t("simulation.saveNew")}
            </Button>
          ) : null}
          <Button
            look="primary"
            isDisabled={isNameless}
            pending={pending}
            onPress={() => submit(kept?.key ?? keyFor(name, saved))}
          >
            {kept ? t("simulation.update") : t("simulation.saveIt")}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <TextField
          label={t("simulation.testName")}
          value={name}
          maxLength={NAME_CHARS_MAX}
          onChange={({ target }) => setName(target.value)}
        />
        <CheckboxField
          label={t("simulation.expectThis")}
          hint={t("simulation.expectThisHint", { n: count, end: expects.end?.status ?? "open" })}
          checked={withExpectations}
          onChange={({ target }) => setWith(target.checked)}
        />
        <CheckboxField
          label={t("simulation.required")}
          hint={t("simulation.requiredHint")}
          checked={required}
          disabled={!withExpectations}
          onChange={({ target }) => setRequired(target.checked)}
        />
        {kept && run.failures.length > 0 ? (
          <Note tone="due">
            {t("simulation.wasOtherwise")}
            <ul className="list-disc ps-5">
              {run.failures.map((one, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two failures can be the same.
                <li key={i}>{failureSentence(one, { locale })}</li>
              ))}
            </ul>
          </Note>
        ) : null}
        {failure ? <Note tone="failed">{failure.message}</Note> : null}
      </div>
    </Dialog>
  );
}

const byKey = (a: ScenarioTest, b: ScenarioTest) => (a.key < b.key ? -1 : 1);
