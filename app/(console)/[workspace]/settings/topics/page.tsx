import type { Metadata } from "next";
import Link from "next/link";
import { SettingsPage } from "@/components/settings/settings-page";
import { EmptyState } from "@/components/ui/empty-state";
import { Note } from "@/components/ui/note";
import { Table } from "@/components/ui/table";
import type { Channel } from "@/core/template/channel";
import { listTopics, workflowsByTopic } from "@/db/queries/topics";
import { ctx } from "@/server/boot";
import { pageView } from "../../page-view";
import { settingsView } from "../settings-view";
import { CreateTopic } from "./create-topic";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await pageView((await params).workspace);
  return { title: t("settings.topics") };
}

export default async function TopicsPage({ params }: Props) {
  const view = await settingsView((await params).workspace, "edit_workflows");
  const { t, slug, workspaceId, mayChange, whyNot, back } = view;
  const [topics, users] = await Promise.all([
    listTopics(ctx.db, workspaceId),
    workflowsByTopic(ctx.db, workspaceId),
  ]);
  const channelsText = (channels: string[]) =>
    channels.length === 0
      ? t("common.none")
      : channels.map((channel) => t(`settings.channel_${channel as Channel}`)).join(", ");
  return (
    <SettingsPage
      wide
      title={t("settings.topics")}
      back={back}
      lead={t("settings.topicsLead")}
      actions={mayChange ? <CreateTopic slug={slug} /> : null}
    >
      {whyNot ? <Note>{whyNot}</Note> : null}
      {topics.length === 0 ? (
        <EmptyState title={t("settings.topicsEmpty")}>{t("settings.topicsEmptyText")}</EmptyState>
      ) : (
        <div className="max-md:-mx-4">
          <Table
            caption={t("settings.topics")}
            columns={[
              { label: t("settings.name") },
              { label: t("settings.key") },
              { label: t("settings.topicChoice") },
              { label: t("settings.topicChannels") },
              { label: t("settings.usedBy") },
            ]}
          >
            {topics.map(({ key, name, required, defaultChannels }) => (
              <tr key={key}>
                <th scope="row" data-label={t("settings.name")}>
                  <Link
                    href={`/${slug}/settings/topics/${encodeURIComponent(key)}`}
                    className="ft-row-link"
                  >
                    {name}
                  </Link>
                </th>
                <td data-label={t("settings.key")} className="font-mono text-xs">
                  {key}
                </td>
                <td data-label={t("settings.topicChoice")}>
                  {t(required ? "settings.topicRequired" : "settings.topicOptional")}
                </td>
                <td data-label={t("settings.topicChannels")}>{channelsText(defaultChannels)}</td>
                <td data-label={t("settings.usedBy")}>
                  {t("settings.workflowCount", { n: users.get(key)?.length ?? 0 })}
                </td>
              </tr>
            ))}
          </Table>
        </div>
      )}
    </SettingsPage>
  );
}
