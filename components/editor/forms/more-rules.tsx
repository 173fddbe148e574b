"use client";

import type { ReactNode } from "react";
import { useText } from "@/components/text/text-provider";
import { useFormFacts } from "./form-scope";

/** What is rarely set. Open from the start where one of `fields` has something to mend. */
export function MoreRules({
  fields,
  children,
}: {
  fields: readonly string[];
  children: ReactNode;
}) {
  const t = useText();
  const { problems } = useFormFacts();
  const open = problems.some(({ path }) =>
    fields.some((field) => path === field || path.startsWith(`${field}.`)),
  );
  return (
    <details className="border-t border-ft-subtle pt-3" open={open || undefined}>
      <summary className="w-fit cursor-pointer rounded-sm font-medium text-ft-2 hover:text-ft-1">
        {t("forms.moreRules")}
      </summary>
      <div className="mt-3 grid gap-4">{children}</div>
    </details>
  );
}
