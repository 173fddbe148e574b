import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { PageHeader } from "@/components/shell/page-header";
import { Note } from "@/components/ui/note";
import { Key, type WorkspaceId } from "@/core/ids";
import { findKeyed } from "@/db/queries/keyed";
import { ctx } from "@/server/boot";
import { loadEditorFacts } from "@/server/workflows/editor-facts";
import { forbiddenText } from "../../forbidden-text";
import { pageView } from "../../page-view";
import { loadChoices } from "../../teams/load-choices";
import { namedBy } from "../../teams/named-by";
import { NewName } from "../../teams/new-name";
import { TeamsParams } from "../../teams/search-params";
import { UsersBlock } from "../../teams/users-block";
import { WhoTester } from "../../teams/who-tester";
import { DeletePolicy } from "./delete-policy";
import { firstLadder } from "./first-ladder";
import { PolicyEditor } from "./policy-editor";

type Props = {
  params: Promise<{ workspace: string; key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const policyOf = cache(async (workspaceId: WorkspaceId, text: string) => {
  const key = Key.safeParse(decodeURIComponent(text)).data ?? notFound();
  return { key, row: await findKeyed(ctx.db, workspaceId, "policies", key) };
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { workspace, key } = await params;
  const { workspaceId } = await pageView(workspace);
  const { row } = await policyOf(workspaceId, key);
  return { title: row?.name ?? NewName.parse(await searchParams).name ?? key };
}

export default async function PolicyPage({ params, searchParams }: Props) {
  const { workspace, key: text } = await params;
  const view = await pageView(workspace);
  const { t, slug, workspaceId } = view;
  const { key, row } = await policyOf(workspaceId, text);
  const given = await searchParams;
  const name = row?.name ?? NewName.parse(given).name ?? notFound();
  const [facts, choices, users] = await Promise.all([
    loadEditorFacts(ctx, workspaceId, { definition: null }),
    loadChoices(view),
    namedBy(workspaceId),
  ]);
  const whyNot = forbiddenText(view, "edit_workflows");
  return (
    <>
      <PageHeader
        trail={[
          { label: t("shell.teams"), href: `/${slug}/teams` },
          { label: t("teams.policies"), href: `/${slug}/policies` },
        ]}
        title={name}
        actions={whyNot || !row ? null : <DeletePolicy slug={slug} policyKey={key} name={name} />}
      >
        <span className="font-mono text-xs text-ft-3">{key}</span>
      </PageHeader>
      <div className="ft-page-body grid gap-6 pt-4 lg:grid-cols-[minmax(0,1fr)_340px]">
        <div className="grid min-w-0 content-start gap-6">
          {whyNot ? <Note>{whyNot}</Note> : null}
          <PolicyEditor
            key={key}
            slug={slug}
            policyKey={key}
            saved={row ? { name: row.name, ladder: row.ladder } : null}
            fresh={{ name, ladder: firstLadder(facts) }}
            facts={facts}
            readOnly={whyNot !== null}
          />
          {row ? (
            <WhoTester
              view={view}
              given={TeamsParams.parse(given)}
              choices={choices}
              fixed={`policy:${key}`}
            />
          ) : null}
        </div>
        <aside
          aria-label={t("settings.usedBy")}
          className="min-w-0 self-start border-y border-ft-subtle bg-ft-surface"
        >
          <UsersBlock view={view} users={users("policy", key)} />
        </aside>
      </div>
    </>
  );
}
