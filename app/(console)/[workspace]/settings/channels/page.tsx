import type { Metadata } from "next";
import { SettingsPage } from "@/components/settings/settings-page";
import { Note } from "@/components/ui/note";
import type { Channel } from "@/core/template/channel";
import { countLastHour } from "@/db/queries/channel-outcomes";
import { ctx } from "@/server/boot";
import { databaseNow } from "@/server/clock/clock";
import { channelStanding } from "@/server/providers/channel-standing";
import { pageView } from "../../page-view";
import { settingsView } from "../settings-view";
import { ChannelCard } from "./channel-card";
import { TestSend } from "./test-send";

const ORDER = ["email", "in_app", "sms", "push", "webhook"] as const satisfies Channel[];

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await pageView((await params).workspace);
  return { title: t("settings.channels") };
}

export default async function ChannelsPage({ params }: Props) {
  const { t, slug, workspaceId, member, mayChange, whyNot, back } = await settingsView(
    (await params).workspace,
  );
  const counts = await countLastHour(ctx.db, workspaceId, await databaseNow(ctx.db));
  const standing = channelStanding(ctx.config);
  const sandbox = member.workspace.kind === "sandbox";
  const tested = standing.email.state === "on" && !sandbox;
  return (
    <SettingsPage title={t("settings.channels")} back={back} lead={t("settings.channelsLead")}>
      {sandbox ? <Note>{t("settings.channelsSandbox")}</Note> : null}
      {ORDER.map((channel) => (
        <ChannelCard
          key={channel}
          channel={channel}
          standing={standing[channel]}
          outcomes={counts.get(channel)}
          sandbox={sandbox}
          t={t}
        >
          {channel === "email" && tested ? (
            mayChange ? (
              <TestSend slug={slug} address={member.email} />
            ) : (
              <Note>{whyNot}</Note>
            )
          ) : null}
        </ChannelCard>
      ))}
    </SettingsPage>
  );
}
