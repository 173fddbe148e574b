import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { PageView } from "../page-view";

export function FirstUse({ view: { t, slug } }: { view: PageView }) {
  return (
    <EmptyState
      title={t("cases.listFirstTitle")}
      actions={
        <>
          <ButtonLink href={`/${slug}/settings/api-keys`} look="primary">
            {t("cases.listFirstEvent")}
          </ButtonLink>
          <ButtonLink href={`/${slug}/workflows`}>{t("cases.listFirstByHand")}</ButtonLink>
        </>
      }
    >
      {t("cases.listFirstText")}
    </EmptyState>
  );
}
