import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { PageView } from "../page-view";

/** Nothing has happened here yet: what will, and the first two things to do. */
export function FirstUse({ hasWorkflows, view }: { hasWorkflows: boolean; view: PageView }) {
  const { t, slug } = view;
  return (
    <EmptyState
      title={t("today.firstTitle")}
      actions={
        <>
          <ButtonLink
            look="primary"
            href={hasWorkflows ? `/${slug}/settings/api-keys` : `/${slug}/workflows/new`}
          >
            {t(hasWorkflows ? "today.firstEvent" : "today.firstWorkflow")}
          </ButtonLink>
          <ButtonLink href="/docs/api">{t("shell.apiReference")}</ButtonLink>
        </>
      }
    >
      {t(hasWorkflows ? "today.firstBodyEvent" : "today.firstBodyWorkflow")}
    </EmptyState>
  );
}
