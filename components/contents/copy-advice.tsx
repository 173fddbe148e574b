"use client";

import { CircleCheck, Lightbulb } from "lucide-react";
import { useLocale, useText } from "@/components/text/text-provider";
import { render } from "@/core/sentence/render";
import type { Channel } from "@/core/template/channel";
import { contentProblems } from "@/core/template/content-problems";
import { checkCopy } from "@/core/template/copy-checks";
import type { DraftContent } from "@/core/template/draft-template";
import type { Snippets } from "@/core/template/snippet";
import { fieldName } from "./field-name";

/** What would read better, and what cannot be read at all. */
export function CopyAdvice({
  content,
  channel,
  snippets,
}: {
  content: DraftContent;
  channel: Channel;
  snippets: Snippets;
}) {
  const t = useText();
  const locale = useLocale();
  const problems = contentProblems(content, snippets);
  const advice = checkCopy(content, channel);
  return (
    <section aria-label={t("contents.checks")} className="grid gap-2 text-xs">
      <h3 className="ft-label">{t("contents.checks")}</h3>
      {problems.map(({ field, message, line, column }) => (
        <p key={`${field} ${line} ${column}`} className="ft-field-error">
          {t("contents.unreadable", { field: fieldName(field, t), line, column, message })}
        </p>
      ))}
      {advice.length === 0 && problems.length === 0 ? (
        <p className="flex gap-2 text-ft-2">
          <CircleCheck aria-hidden="true" size={14} className="mt-px text-(--ft-resolved)" />
          {t("contents.readsWell")}
        </p>
      ) : null}
      {advice.length > 0 ? (
        <ul className="grid gap-1">
          {advice.map(({ code, params }) => {
            const { n, max, text } = params;
            const slots = { n: n ?? 0, max: max ?? 0, text: text ?? "" };
            const sentence = render(`copy.${code}`, locale, slots);
            return (
              <li key={sentence} className="flex gap-2 text-ft-2">
                <Lightbulb aria-hidden="true" size={14} className="mt-px text-(--ft-due)" />
                <span className="min-w-0 break-words">{sentence}</span>
              </li>
            );
          })}
        </ul>
      ) : null}
    </section>
  );
}
