"use client";

import { useMemo, useState } from "react";
import { useLocale } from "@/components/text/text-provider";
import { exampleCaseOf } from "@/core/case/example-moment";
import { problemWords } from "@/core/sentence/problem-words";
import { walk } from "@/core/workflow/definition";
import { useChecks } from "../checks/checks-context";
import { useDocument, useEditor, useWorld } from "../editor-context";
import { contentLabel } from "../editor-names";
import type { FieldProblem, FormFacts } from "../forms/form-props";

/** What forms know beside the value they edit: for a step, or with null for the workflow itself. */
export function useFormFacts(step: string | null): FormFacts {
  const locale = useLocale();
  const { facts, names, readOnly, openContent } = useWorld();
  const { definition, contents } = useDocument();
  const markOf = useChecks()?.markOf;
  const [openedAt] = useState(() => Date.now());
  const found = useEditor(({ problems }) => problems.get(step ?? ""));
  const prefix = useMemo(() => {
    if (step === null) return "";
    const place = [...walk(definition)].find((one) => one.step.id === step);
    return place ? `${place.path.join(".")}` : "";
  }, [definition, step]);
  const said = useMemo(
    () =>
      (found ?? []).map((problem): FieldProblem => {
        const { path, severity } = problem;
        const inside = path === prefix ? "" : path.slice(prefix === "" ? 0 : prefix.length + 1);
        const { message } = problemWords(problem, locale);
        const isCheck = severity === "check" && markOf !== undefined;
        return { path: inside, severity, message, ...(isCheck && { check: markOf(problem) }) };
      }),
    [found, prefix, locale, markOf],
  );
  const known = useMemo(() => {
    const all = { ...facts.templates, ...contents };
    return Object.entries(all).map(([key, template]) => ({
      key,
      channel: template.channel,
      label: contentLabel(template) ?? key,
    }));
  }, [facts.templates, contents]);
  const example = useMemo(
    () => exampleCaseOf(definition, facts, openedAt),
    [definition, facts, openedAt],
  );
  return {
    definition,
    facts,
    names,
    contents: known,
    problems: said,
    readOnly,
    example,
    onOpenContent: openContent,
  };
}
