"use client";

import { useLocale, useText } from "@/components/text/text-provider";
import type { Missing } from "@/core/template/preview-content";
import { fieldName } from "./field-name";

/** Each value that is missing, once, with where; and what could not be written, with why. */
export function MissingList({ missing }: { missing: readonly Missing[] }) {
  const t = useText();
  const locale = useLocale();
  if (missing.length === 0) return null;
  const byPath = Map.groupBy(missing, ({ path, isAbsent }) => `${isAbsent} ${path}`);
  return (
    <ul className="grid gap-1 text-xs text-ft-2">
      {[...byPath].map(([key, places]) => {
        const [first] = places;
        if (!first) return null;
        const fields = [...new Set(places.map(({ field }) => fieldName(field, t)))];
        const where = new Intl.ListFormat(locale).format(fields);
        return (
          <li key={key} className="min-w-0 break-words">
            {first.path === "" ? null : <code className="me-1">{first.path}</code>}
            {first.isAbsent
              ? t("contents.missingIn", { where })
              : t("contents.cannotWrite", { where, message: first.message })}
          </li>
        );
      })}
    </ul>
  );
}
