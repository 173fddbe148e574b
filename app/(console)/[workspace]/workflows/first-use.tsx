import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { forbiddenText } from "../forbidden-text";
import type { PageView } from "../page-view";

export function FirstUse({ view }: { view: PageView }) {
  const { t, slug } = view;
  const forbidden = forbiddenText(view, "edit_workflows");
  return (
    <EmptyState
      title={t("workflows.empty")}
      actions={
        <>
          <ButtonLink href={`/${slug}/workflows/new`} look="primary">
            {t(forbidden ? "newworkflow.gallery" : "newworkflow.title")}
          </ButtonLink>
          {forbidden ? null : (
            <ButtonLink href={`/${slug}/workflows/new/import`}>
              {t("newworkflow.import")}
            </ButtonLink>
          )}
        </>
      }
    >
      <p>{t("workflows.emptyBody")}</p>
      {forbidden ? <p>{forbidden}</p> : null}
    </EmptyState>
  );
}
