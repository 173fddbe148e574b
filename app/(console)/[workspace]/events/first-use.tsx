import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { PageView } from "../page-view";

export function FirstUse({ view: { t, slug } }: { view: PageView }) {
  return (
    <EmptyState
      title={t("events.emptyTitle")}
      actions={<ButtonLink href={`/${slug}/settings/api-keys`}>{t("events.emptyKeys")}</ButtonLink>}
    >
      {t("events.emptyBody")}
    </EmptyState>
  );
}
