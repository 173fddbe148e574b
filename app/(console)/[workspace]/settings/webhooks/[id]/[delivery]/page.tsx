import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SettingsPage, SettingsSection } from "@/components/settings/settings-page";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyButton } from "@/components/ui/copy-button";
import { StateBadge } from "@/components/ui/state-badge";
import { findDelivery, listAttempts } from "@/db/queries/webhook-deliveries";
import { ctx } from "@/server/boot";
import { pageView } from "../../../../page-view";
import { settingsView } from "../../../settings-view";
import { endpointOf, idOf } from "../endpoint-of";
import { isUnderWay } from "../is-under-way";
import { RefreshSoon } from "../refresh-soon";
import { Attempts } from "./attempts";
import { ReplayDelivery } from "./replay-delivery";

type Props = { params: Promise<{ workspace: string; id: string; delivery: string }> };

async function load({ params }: Props) {
  const { workspace, id, delivery } = await params;
  const { workspaceId } = await pageView(workspace);
  const { endpoint, host } = await endpointOf(workspaceId, id);
  const row = await findDelivery(ctx.db, workspaceId, id, idOf(delivery));
  if (!row) notFound();
  return { workspace, endpoint, host, row };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { host, row } = await load(props);
  return { title: `${row.type}, ${host}` };
}

export default async function DeliveryPage(props: Props) {
  const { workspace, endpoint, row } = await load(props);
  const view = await settingsView(workspace);
  const { t, slug, workspaceId, mayChange } = view;
  const log = await listAttempts(ctx.db, workspaceId, row.id);
  const isOn = endpoint.state === "on" || endpoint.state === "failing";
  const maySend = mayChange && isOn && row.status !== "sending";
  const body = pretty(row.body);
  return (
    <SettingsPage
      title={row.type}
      back={{
        label: t("webhooks.back"),
        href: `/${slug}/settings/webhooks/${endpoint.id}`,
        always: true,
      }}
      lead={<code className="text-xs [overflow-wrap:anywhere]">{endpoint.url}</code>}
      actions={
        maySend ? (
          <ReplayDelivery slug={slug} endpointId={endpoint.id} id={row.id} type={row.type} />
        ) : null
      }
    >
      {isUnderWay(row, isOn) ? <RefreshSoon /> : null}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
        <div>
          <StateBadge state={row.status} bare />
        </div>
        <p className="text-ft-2">{t("webhooks.webhookId")}</p>
        <p className="flex items-center gap-1">
          <code className="min-w-0 text-xs [overflow-wrap:anywhere]">{row.id}</code>
          <CopyButton text={row.id} label={t("ui.copyNamed", { name: "webhook-id" })} />
        </p>
      </div>
      <SettingsSection
        id="attempts"
        title={t("webhooks.attempts")}
        lead={t("webhooks.attemptsLead")}
      >
        <Attempts log={log} view={view} />
      </SettingsSection>
      <SettingsSection id="body" title={t("webhooks.body")} lead={t("webhooks.bodyLead")}>
        <CodeBlock text={body} copy={row.body} label={t("webhooks.copyBody")} isLong />
      </SettingsSection>
    </SettingsPage>
  );
}

/** Indented for reading. */
const pretty = (body: string): string => JSON.stringify(JSON.parse(body), null, 2);
