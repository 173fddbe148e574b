"use client";

import { useRef, useState } from "react";
import { OwnProblems } from "@/components/editor/checks/own-problems";
import { focusField } from "@/components/editor/forms/focus-field";
import { FormScope } from "@/components/editor/forms/form-scope";
import { LadderRules, relevelled } from "@/components/editor/forms/ladder-rules";
import { LevelList } from "@/components/editor/forms/level-list";
import { patched } from "@/components/editor/forms/patched";
import { SentenceHead } from "@/components/editor/forms/sentence-head";
import { SaveLine } from "@/components/teams/save-line";
import { useFirstWrong } from "@/components/teams/use-first-wrong";
import { useSeen } from "@/components/teams/use-seen";
import { useLocale, useText } from "@/components/text/text-provider";
import { errorOf } from "@/components/ui/action-answer";
import { TextField } from "@/components/ui/field";
import { useAction } from "@/components/ui/use-action";
import { stepSentenceParts } from "@/core/sentence/step-sentence";
import { isSame } from "@/core/workflow/compare/own";
import type { EditorFacts } from "@/core/workflow/editor-facts";
import { ladderStep } from "@/core/workflow/ladder-problems";
import type { Ladder } from "@/core/workflow/steps/escalate";
import { savePolicyAction } from "../actions";
import { usePolicyFacts } from "./use-policy-facts";

type Policy = { name: string; ladder: Ladder };

/** One escalation policy: its sentence, its levels and what holds for all of them; saved when asked to. */
export function PolicyEditor({
  slug,
  policyKey: key,
  saved,
  fresh,
  facts,
  readOnly,
}: {
  slug: string;
  policyKey: string;
  /** Null: it is not there yet. */
  saved: Policy | null;
  fresh: Policy;
  facts: EditorFacts;
  readOnly: boolean;
}) {
  const t = useText();
  const locale = useLocale();
  const root = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useState(saved ?? fresh);
  const [isWrong, setWrong] = useState(false);
  const { pending, failure, run } = useAction();
  useFirstWrong(root, failure);
  const { seen, stored } = useSeen(saved, failure);
  const { name, ladder } = draft;
  const scope = usePolicyFacts(ladder, facts, failure, readOnly);
  const change = (next: Partial<Policy>) => {
    setWrong(false);
    setDraft({ ...draft, ...next });
  };
  const save = () => {
    const wrong = root.current?.querySelector<HTMLElement>("[aria-invalid=true]");
    setWrong(wrong != null);
    if (wrong) return wrong.focus();
    const { repeat = null, fallback = null, acknowledgementTimeout = null } = ladder;
    const { levels } = ladder;
    const input = { key, name, levels, repeat, fallback, acknowledgementTimeout, seen };
    void run(() => savePolicyAction(slug, input), stored);
  };
  return (
    <FormScope value={scope}>
      <div ref={root} className="grid max-w-180 grid-cols-[minmax(0,1fr)] gap-5">
        <SentenceHead
          parts={stepSentenceParts(ladderStep(ladder), { locale, names: scope.names })}
          onSlot={(field) => root.current && focusField(root.current, field)}
        />
        <OwnProblems problems={scope.problems} />
        <TextField
          label={t("settings.name")}
          required
          maxLength={120}
          autoComplete="off"
          readOnly={readOnly}
          value={name}
          error={name.trim() === "" ? t("policies.nameMissing") : errorOf(failure, "name")}
          onChange={({ target }) => change({ name: target.value })}
        />
        <section aria-labelledby="levels" className="grid gap-3">
          <h2 id="levels" className="text-base font-semibold">
            {t("policies.levels")}
          </h2>
          <LevelList
            levels={ladder.levels}
            onChange={(levels) => change({ ladder: { ...ladder, ...relevelled(ladder, levels) } })}
          />
        </section>
        <section aria-labelledby="rules" className="grid gap-4">
          <h2 id="rules" className="text-base font-semibold">
            {t("policies.afterwards")}
          </h2>
          <LadderRules
            ladder={ladder}
            onChange={(patch) => change({ ladder: patched(ladder, patch) })}
          />
        </section>
        {readOnly ? null : (
          <SaveLine
            verb={t("policies.save")}
            isChanged={saved === null || !isSame(draft, saved)}
            {...{ isWrong, pending, failure }}
            onSave={save}
          />
        )}
      </div>
    </FormScope>
  );
}
