import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { SettingsPage, SettingsSection } from "@/components/settings/settings-page";
import { Note } from "@/components/ui/note";
import { Key } from "@/core/ids";
import { findKeyed } from "@/db/queries/keyed";
import { workflowsByTopic } from "@/db/queries/topics";
import { ctx } from "@/server/boot";
import { pageView } from "../../../page-view";
import { settingsView } from "../../settings-view";
import { DeleteTopic } from "./delete-topic";
import { TopicFields } from "./topic-fields";

type Props = { params: Promise<{ workspace: string; key: string }> };

const keyOf = async (params: Props["params"]) => {
  const known = Key.safeParse(decodeURIComponent((await params).key));
  return known.success ? known.data : notFound();
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspaceId } = await pageView((await params).workspace);
  const row = await findKeyed(ctx.db, workspaceId, "topics", await keyOf(params));
  return row ? { title: row.name } : {};
}

export default async function TopicPage({ params }: Props) {
  const view = await settingsView((await params).workspace, "edit_workflows");
  const { t, slug, workspaceId, mayChange, whyNot } = view;
  const key = await keyOf(params);
  const [row, byTopic] = await Promise.all([
    findKeyed(ctx.db, workspaceId, "topics", key),
    workflowsByTopic(ctx.db, workspaceId),
  ]);
  if (!row) notFound();
  const users = byTopic.get(key) ?? [];
  const path = `/${slug}/settings/topics`;
  return (
    <SettingsPage
      title={row.name}
      back={{ label: t("settings.topics"), href: path, always: true }}
      lead={<code className="text-xs">{key}</code>}
    >
      {whyNot ? <Note>{whyNot}</Note> : null}
      <TopicFields slug={slug} locked={!mayChange} topic={row} />
      <SettingsSection id="used-by" title={t("settings.usedBy")}>
        {users.length === 0 ? (
          <p className="text-ft-2">{t("settings.topicUnused")}</p>
        ) : (
          <ul className="grid gap-1">
            {users.map((workflow) => (
              <li key={workflow.key}>
                <Link
                  className="ft-link"
                  href={`/${slug}/workflows/${encodeURIComponent(workflow.key)}`}
                >
                  {workflow.name}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </SettingsSection>
      {mayChange ? (
        users.length === 0 ? (
          <DeleteTopic slug={slug} topicKey={key} name={row.name} />
        ) : (
          <p className="text-ft-2">{t("settings.topicInUse", { n: users.length })}</p>
        )
      ) : null}
    </SettingsPage>
  );
}
