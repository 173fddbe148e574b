import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { PageView } from "../page-view";

export function FirstUse({ view: { t, slug } }: { view: PageView }) {
  return (
    <EmptyState
      title={t("people.emptyTitle")}
      actions={
        <ButtonLink href={`/${slug}/events`} look="primary">
          {t("people.emptyEvent")}
        </ButtonLink>
      }
    >
      {t("people.emptyBody")}
    </EmptyState>
  );
}
