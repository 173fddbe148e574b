import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SettingsPage, SettingsSection } from "@/components/settings/settings-page";
import { Note } from "@/components/ui/note";
import { CAPPED_CHANNELS } from "@/core/delivery/caps";
import { findWorkspace } from "@/db/queries/workspaces";
import { ctx } from "@/server/boot";
import { pageView } from "../../page-view";
import { settingsView } from "../settings-view";
import { HelperGapField } from "./helper-gap-field";
import { LimitField } from "./limit-field";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await pageView((await params).workspace);
  return { title: t("frequency.title") };
}

export default async function FrequencyPage({ params }: Props) {
  const { t, slug, workspaceId, mayChange, whyNot, back } = await settingsView(
    (await params).workspace,
  );
  const row = await findWorkspace(ctx.db, workspaceId);
  if (!row) notFound();
  const limits = row.frequencyLimits ?? {};
  const field = { slug, locked: !mayChange };
  return (
    <SettingsPage title={t("frequency.title")} back={back} lead={t("frequency.lead")}>
      {whyNot ? <Note>{whyNot}</Note> : null}
      <SettingsSection id="together" title={t("frequency.together")}>
        <LimitField {...field} limit="perDay" initial={limits.perDay ?? null} />
        <LimitField {...field} limit="perWeek" initial={limits.perWeek ?? null} />
        <LimitField {...field} limit="gapMinutes" initial={limits.gapMinutes ?? null} />
      </SettingsSection>
      <SettingsSection
        id="channels"
        title={t("frequency.byChannel")}
        lead={t("frequency.byChannelLead")}
      >
        {CAPPED_CHANNELS.map((channel) => (
          <div key={channel} className="flex flex-wrap gap-x-4 gap-y-3">
            {(["perDay", "perWeek"] as const).map((limit) => (
              <LimitField
                key={limit}
                {...field}
                channel={channel}
                limit={limit}
                initial={limits.channels?.[channel]?.[limit] ?? null}
              />
            ))}
          </div>
        ))}
      </SettingsSection>
      <SettingsSection
        id="helpers"
        title={t("frequency.helpers")}
        lead={t("frequency.helpersLead")}
      >
        <HelperGapField {...field} initial={limits.helpers?.gapMinutes ?? null} />
      </SettingsSection>
      <p className="max-w-[68ch] text-ft-2">{t("frequency.always")}</p>
    </SettingsPage>
  );
}
