import { Children, type ReactNode } from "react";
import type { Text } from "@/components/text/text";
import { SubmitButton } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";

/** Fields that narrow a list: a GET form works without JavaScript, and its answer is an address. */
export function FilterForm({
  given,
  path,
  t,
  children,
}: {
  /** What the address says now. */
  given: object;
  path: string;
  t: Text;
  children: ReactNode;
}) {
  const isFiltered = Object.entries(given).some(([name, value]) => name !== "cursor" && value);
  return (
    <search>
      <form method="get" action={path} className="flex flex-wrap items-end gap-3">
        {Children.map(children, (field) => (
          <div className="min-w-0 basis-36 grow max-w-56">{field}</div>
        ))}
        <SubmitButton look="secondary">{t("settings.filter")}</SubmitButton>
        {isFiltered ? (
          <ButtonLink href={path} look="tertiary">
            {t("settings.clearFilters")}
          </ButtonLink>
        ) : null}
      </form>
    </search>
  );
}
