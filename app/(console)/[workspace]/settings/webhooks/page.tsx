import type { Metadata } from "next";
import { SettingsPage, SettingsSection } from "@/components/settings/settings-page";
import { CodeBlock } from "@/components/ui/code-block";
import { Note } from "@/components/ui/note";
import { ctx } from "@/server/boot";
import { showEndpoints } from "@/server/webhooks/show-endpoints";
import { pageView } from "../../page-view";
import { settingsView } from "../settings-view";
import { AddEndpoint } from "./add-endpoint";
import { EndpointList } from "./endpoint-list";
import { ENDPOINTS_HEADING } from "./heading-id";
import { Secret } from "./secret";
import { VERIFY_CODE } from "./verify-code";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await pageView((await params).workspace);
  return { title: t("settings.webhooks") };
}

const HEADERS = ["webhook-id", "webhook-timestamp", "webhook-signature"] as const;

export default async function WebhooksPage({ params }: Props) {
  const view = await settingsView((await params).workspace);
  const { t, slug, workspaceId, member, mayChange, whyNot, back } = view;
  const endpoints = await showEndpoints(ctx.db, workspaceId);
  return (
    <SettingsPage title={t("settings.webhooks")} back={back} lead={t("settings.webhooksLead")}>
      <section aria-labelledby={ENDPOINTS_HEADING} className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
          <div className="min-w-0 flex-1 basis-64">
            <h2 id={ENDPOINTS_HEADING} tabIndex={-1} className="text-base font-semibold">
              {t("webhooks.endpoints")}
            </h2>
            <p className="max-w-[68ch] text-ft-2">{t("webhooks.endpointsLead")}</p>
          </div>
          {mayChange ? <AddEndpoint slug={slug} /> : null}
        </div>
        {member.workspace.kind === "sandbox" ? <Note>{t("webhooks.sandbox")}</Note> : null}
        <EndpointList view={view} endpoints={endpoints} mayChange={mayChange} />
      </section>
      <SettingsSection id="secret" title={t("settings.secret")} lead={t("settings.secretLead")}>
        {mayChange ? <Secret slug={slug} /> : <Note>{whyNot}</Note>}
        <p className="max-w-[68ch] text-ft-2">{t("settings.secretRotate")}</p>
      </SettingsSection>
      <SettingsSection id="verify" title={t("settings.verify")} lead={t("settings.verifyLead")}>
        <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[auto_minmax(0,1fr)]">
          {HEADERS.map((header) => (
            <div key={header} className="sm:col-span-2 sm:grid sm:grid-cols-subgrid">
              <dt>
                <code className="text-xs">{header}</code>
              </dt>
              <dd className="text-ft-2">{t(`settings.header_${header}`)}</dd>
            </div>
          ))}
        </dl>
        {VERIFY_CODE.map(({ name, text }) => (
          <div key={name} className="grid grid-cols-[minmax(0,1fr)] gap-1">
            <h3 className="font-medium">{name}</h3>
            <CodeBlock text={text} label={t("settings.copyCode", { language: name })} />
          </div>
        ))}
      </SettingsSection>
      <SettingsSection id="retries" title={t("settings.retries")}>
        <p className="max-w-[68ch] text-ft-2">{t("settings.retriesText")}</p>
      </SettingsSection>
    </SettingsPage>
  );
}
