import type { Metadata } from "next";
import { SettingsPage } from "@/components/settings/settings-page";
import { Note } from "@/components/ui/note";
import { countLastHour } from "@/db/queries/channel-outcomes";
import { ctx } from "@/server/boot";
import { listChannels } from "@/server/channels/list-channels";
import { databaseNow } from "@/server/clock/clock";
import { pageView } from "../../page-view";
import { settingsView } from "../settings-view";
import { ChannelFrame, ChannelSection } from "./channel-section";

const ORDER = ["email", "in_app", "sms", "push", "webhook"] as const;

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await pageView((await params).workspace);
  return { title: t("settings.channels") };
}

export default async function ChannelsPage({ params }: Props) {
  const view = await settingsView((await params).workspace);
  const { t, workspaceId, now, member, mayChange, whyNot, back } = view;
  const [counts, channels] = await Promise.all([
    databaseNow(ctx.db).then((at) => countLastHour(ctx.db, workspaceId, { databaseNow: at, now })),
    listChannels(ctx, workspaceId),
  ]);
  return (
    <SettingsPage title={t("settings.channels")} back={back} lead={t("channels.lead")}>
      {whyNot ? <Note>{whyNot}</Note> : null}
      {member.workspace.kind === "sandbox" ? <Note>{t("channels.sandbox")}</Note> : null}
      {ORDER.map((channel) =>
        channel === "in_app" ? (
          <ChannelFrame
            key={channel}
            channel={channel}
            name={t("settings.channel_in_app")}
            about={t("channels.about_in_app")}
          />
        ) : (
          <ChannelSection
            key={channel}
            view={view}
            channel={channel}
            shown={channels[channel]}
            outcomes={counts.get(channel)}
            mayChange={mayChange}
          />
        ),
      )}
    </SettingsPage>
  );
}
