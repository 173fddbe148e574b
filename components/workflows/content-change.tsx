import type { Text } from "@/components/text/text";
import type { ContentDifference } from "@/core/workflow/compare/content-differences";
import { SentenceChange } from "./sentence-change";

/** The words of one message before and after, side by side, field by field. */
export function ContentChange({ difference, t }: { difference: ContentDifference; t: Text }) {
  const { fields, locale } = difference;
  return (
    <div className="grid gap-3">
      {locale === null ? null : <p className="text-xs text-ft-3">{locale}</p>}
      {fields.map(({ field, before, after }) => (
        <section key={field} className="grid gap-1">
          <h4 className="ft-label">{t("versions.field", { field })}</h4>
          <div className="grid gap-2 md:grid-cols-2">
            {(["before", "after"] as const).map((side) => (
              <div
                key={side}
                className="min-w-0 rounded-(--ft-radius-small) border border-ft-subtle bg-ft-surface p-3"
              >
                <p className="mb-1 text-xs text-ft-3">
                  {t(side === "before" ? "versions.wordsNow" : "versions.wordsDraft")}
                </p>
                <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">
                  {(side === "before" ? before : after) ? (
                    <SentenceChange before={before} after={after} side={side} />
                  ) : (
                    <span className="text-ft-3">{t("versions.noText")}</span>
                  )}
                </p>
              </div>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
