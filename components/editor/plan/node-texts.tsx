"use client";

import { CircleAlert, TriangleAlert } from "lucide-react";
import { useLocale, useText } from "@/components/text/text-provider";
import type { Found } from "../editor-context";
import { foundWords } from "./plan-words";

/** How many problems, in words and with an icon; nothing where there are none. */
export function FoundMark({ found }: { found: Found }) {
  const t = useText();
  const problems = found.filter(({ severity }) => severity === "problem").length;
  const checks = found.length - problems;
  if (problems > 0) {
    return (
      <span className="inline-flex items-center gap-1 text-xs text-(--ft-failed)">
        <CircleAlert aria-hidden="true" size={14} />
        {t("editor.problemCount", { n: problems })}
      </span>
    );
  }
  if (checks === 0) return null;
  return (
    <span className="inline-flex items-center gap-1 text-xs text-(--ft-due)">
      <TriangleAlert aria-hidden="true" size={14} />
      {t("editor.checkCount", { n: checks })}
    </span>
  );
}

/** What a reader would call the same problem. */
const foundKey = ({ code, path, params }: Found[number]) =>
  `${code} ${path} ${JSON.stringify(params)}`;

/** The problems themselves, a line each, for the outline. */
export function FoundLines({ found }: { found: Found }) {
  const t = useText();
  const locale = useLocale();
  return [...new Map(found.map((one) => [foundKey(one), one]))].map(([key, problem]) => {
    const isProblem = problem.severity === "problem";
    return (
      <span
        key={key}
        className={`block text-xs ${isProblem ? "text-(--ft-failed)" : "text-(--ft-due)"}`}
      >
        {foundWords(problem, { t, locale })}
      </span>
    );
  });
}
