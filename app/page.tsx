import { redirect } from "next/navigation";
import { messagesFor } from "@/components/text/messages";
import { textOf } from "@/components/text/text";
import { SubmitButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { hasOperator, listMemberships } from "@/db/queries/operators";
import { findOperator } from "@/server/auth/session";
import { signOut } from "@/server/auth/sign-out";
import { viewer } from "@/server/auth/viewer";
import { ctx } from "@/server/boot";

export default async function RootPage() {
  const operator = await findOperator();
  if (!operator) redirect((await hasOperator(ctx.db)) ? "/sign-in" : "/setup");
  const [first] = await listMemberships(ctx.db, operator.operatorId);
  if (first) redirect(`/${first.slug}`);
  const { locale } = await viewer("UTC");
  const t = textOf(messagesFor(locale), locale);
  return (
    <main className="mx-auto max-w-(--ft-form) px-4 py-16">
      <h1 className="ft-page-title mb-4">{t("auth.noWorkspace")}</h1>
      <EmptyState
        title={t("auth.noWorkspaceTitle")}
        actions={
          <form action={signOut}>
            <SubmitButton look="secondary">{t("auth.signOut")}</SubmitButton>
          </form>
        }
      >
        {t("auth.noWorkspaceLead", { email: operator.email })}
      </EmptyState>
    </main>
  );
}
