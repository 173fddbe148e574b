import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { PageView } from "../page-view";

export function FirstUse({ view: { t, slug } }: { view: PageView }) {
  return (
    <EmptyState
      title={t("workflows.empty")}
      actions={
        <ButtonLink href={`/${slug}/settings/api-keys`} look="primary">
          {t("workflows.createKey")}
        </ButtonLink>
      }
    >
      {t.rich("workflows.emptyBody", { code: (inner) => <code key="code">{inner}</code> })}
    </EmptyState>
  );
}
