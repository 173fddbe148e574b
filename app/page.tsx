import { redirect } from "next/navigation";
import { SubmitButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { hasOperator, listMemberships } from "@/db/queries/operators";
import { findOperator } from "@/server/auth/session";
import { signOut } from "@/server/auth/sign-out";
import { ctx } from "@/server/boot";

export default async function RootPage() {
  const operator = await findOperator();
  if (!operator) redirect((await hasOperator(ctx.db)) ? "/sign-in" : "/setup");
  const [first] = await listMemberships(ctx.db, operator.operatorId);
  if (first) redirect(`/${first.slug}/cases`);
  return (
    <main className="mx-auto max-w-(--ft-form) px-4 py-16">
      <h1 className="ft-page-title mb-4">No workspace yet</h1>
      <EmptyState
        title="You belong to no workspace."
        actions={
          <form action={signOut}>
            <SubmitButton look="secondary">Sign out</SubmitButton>
          </form>
        }
      >
        An owner of a workspace can add {operator.email}.
      </EmptyState>
    </main>
  );
}
