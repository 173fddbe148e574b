import { messageScope } from "@/core/case/message-scope";
import { decide } from "@/core/delivery/decide";
import type { AddressFacts, RecipientFacts, SiblingFacts } from "@/core/delivery/gate-input";
import { MessageRequest } from "@/core/delivery/request";
import { type Unwritten, unwrittenVerdict } from "@/core/delivery/unwritten";
import { pickContent } from "@/core/template/content";
import { usableLocale } from "@/core/template/formats";
import { renderContent } from "@/core/template/render-content";
import { type Instant, MINUTE_MS } from "@/core/time";
import { personName } from "@/server/cases/people-facts";
import type { History, OpenCases } from "@/server/cases/person-background";
import type { Provider } from "@/server/providers/provider";
import type { ProviderRegistry } from "@/server/providers/registry";
import type { ClaimedRow } from "./claimed-rows";
import type { Recipient } from "./recipients";
import type { Settled } from "./settled";
import type { CachedTemplate, WorkspaceDelivery } from "./workspace-cache";

/** How often a message looks whether its channel has a provider by now. */
export const NO_PROVIDER_RECHECK_MS = MINUTE_MS;
const PROBLEM_CHARS_MAX = 500;

/** Everything loaded for a batch. */
export type Batch = {
  now: Instant;
  appUrl: string;
  providers: ProviderRegistry;
  workspaces: ReadonlyMap<string, WorkspaceDelivery>;
  people: ReadonlyMap<string, Recipient>;
  siblings: ReadonlyMap<string, SiblingFacts[]>;
  history: ReadonlyMap<string, History>;
  open: ReadonlyMap<string, OpenCases>;
  teamNames: ReadonlyMap<string, string>;
};

/** Decides about one message and renders it. Never throws: what goes wrong is that message's own failure. */
export function settle(row: ClaimedRow, batch: Batch): Settled {
  try {
    const settled = settleParsed(row, MessageRequest.parse(row.request), batch);
    if (row.maybeAt === null) return settled;
    return { ...settled, params: { ...settled.params, maybeSent: true } };
  } catch (error) {
    const text = String(error instanceof Error ? error.message : error).slice(0, PROBLEM_CHARS_MAX);
    const request: MessageRequest = { audience: "person" };
    return { kind: "failed", row, request, code: "fail.config", params: { text }, evidence: {} };
  }
}

function settleParsed(row: ClaimedRow, request: MessageRequest, batch: Batch): Settled {
  const workspace = batch.workspaces.get(row.workspaceId);
  if (!workspace) throw new Error(`There is no workspace ${row.workspaceId}`);
  const cached = workspace.templates.get(row.template) ?? null;
  const topicKey = cached?.template.topic ?? row.topic;
  const topic = topicKey === null ? null : (workspace.topics.get(topicKey) ?? null);
  const recipient = batch.people.get(personName(row.workspaceId, row.personId)) ?? null;
  const siblings = batch.siblings.get(row.caseId) ?? [];
  const direct =
    row.channel === "in_app" ? "in_app" : workspace.kind === "sandbox" ? "outbox" : null;
  const found = direct === null ? providerOf(row, batch) : null;
  const verdict = decide({
    now: batch.now,
    message: { ...row, request },
    case: row,
    person: recipient && recipientFacts(recipient, workspace),
    topic,
    preference: (topicKey && recipient?.preferences.get(topicKey)) || null,
    isLastReminder: row.stage === workspace.lastStages.get(`${row.workflow}@${row.version}`),
    consent: consentOf(recipient, topicKey),
    addresses: addressesOf(row, recipient, found),
    siblings,
  });
  const provider = direct ?? found?.name ?? null;
  const isUnaddressed = verdict.kind === "not_sent" && verdict.code === "skip.no_address";
  const waits = isUnaddressed && mayBeAddressed(row, recipient, batch);
  if (provider === null && (verdict.kind === "send" || waits)) {
    return { row, request, evidence: {}, ...withoutProvider(row, batch) };
  }
  if (verdict.kind !== "send") return { row, request, ...toSettled(verdict) };
  const { to, evidence } = verdict;
  if (!recipient) throw new Error("Invariant violated: a message to nobody passed its gates");
  if (provider === null) throw new Error("Invariant violated: no provider, and no decision");
  const rendered = render(row, cached, recipient, workspace, batch);
  if (!rendered.ok) {
    const { plannedAt } = row;
    return { row, request, evidence: {}, ...unwrittenVerdict(rendered, { ...batch, plannedAt }) };
  }
  const manual = request.by !== undefined;
  const code = manual ? "sent.manual" : "sent.plan";
  const params = manual ? { by: request.by } : { ...request.because, audience: request.audience };
  const message = { row, request, code, params, evidence, to, provider, topic: topicKey };
  noteHandedOver(siblings, row, to, batch.now);
  return direct === null
    ? {
        kind: "sending",
        ...message,
        content: rendered.content,
        workspace,
        recipient,
        topicRow: topic,
      }
    : { kind: "sent", ...message, content: rendered.content };
}

/** Another provider does not know the message: it would send what the earlier one may have sent. */
const providerOf = ({ workspaceId, channel, maybeAt }: ClaimedRow, { providers }: Batch) =>
  maybeAt === null ? providers.find(workspaceId, channel) : providers.byName(workspaceId, maybeAt);

function withoutProvider({ channel, maybeAt }: ClaimedRow, { now }: Batch) {
  if (maybeAt !== null) {
    const params = { channel, why: "no_provider", provider: maybeAt };
    return { kind: "unknown" as const, code: "fail.unknown", params };
  }
  const until = now + NO_PROVIDER_RECHECK_MS;
  return { kind: "held" as const, code: "held.no_provider", params: { channel }, until };
}

/** An account of webhooks that is off says where messages of people without an address go when it is on. */
const mayBeAddressed = (
  { workspaceId, channel }: ClaimedRow,
  recipient: Recipient | null,
  { providers }: Batch,
): boolean =>
  channel === "webhook" &&
  (recipient?.addresses.get(channel) ?? []).length === 0 &&
  providers.has(workspaceId, channel);

function toSettled(verdict: Exclude<ReturnType<typeof decide>, { kind: "send" }>) {
  if (verdict.kind === "not_sent") return verdict;
  const { until, code, params, evidence } = verdict;
  return { kind: "held" as const, until, code, params, evidence };
}

const recipientFacts = (recipient: Recipient, { timeZone }: WorkspaceDelivery): RecipientFacts => ({
  erased: recipient.erased,
  zone: recipient.timeZone ?? timeZone,
  pausedUntil: recipient.pausedUntil,
  quietHours: recipient.quietHours,
});

/** Who has no address of their own on a channel is written to where its account says, if it says. */
function addressesOf(
  { channel }: ClaimedRow,
  recipient: Recipient | null,
  provider: Provider | null,
): readonly AddressFacts[] {
  const own = recipient?.addresses.get(channel) ?? [];
  if (own.length > 0 || provider?.defaultTo === undefined) return own;
  return [{ address: provider.defaultTo, verified: true, suppressed: null }];
}

/** The newest word that covers this topic. */
function consentOf(recipient: Recipient | null, topic: string | null): boolean | null {
  const said = recipient?.smsConsents.find((c) => c.topic === null || c.topic === topic);
  return said?.granted ?? null;
}

/** Later messages of the same batch see this one as handed over. */
function noteHandedOver(siblings: SiblingFacts[], row: ClaimedRow, to: string, now: Instant): void {
  const self = siblings.find((s) => s.id === row.id);
  if (!self) return;
  self.status = "sending";
  self.to = to;
  self.sentAt = now;
}

type RenderOutcome =
  | { ok: true; content: Extract<Settled, { kind: "sent" }>["content"] }
  | ({ ok: false } & Unwritten);

function render(
  row: ClaimedRow,
  cached: CachedTemplate | null,
  recipient: Recipient,
  workspace: WorkspaceDelivery,
  batch: Batch,
): RenderOutcome {
  const template = row.template;
  if (!cached) {
    const params = { template, text: `there is no template "${template}"` };
    return { ok: false, params, awaits: null };
  }
  const locale = usableLocale(recipient.locale ?? workspace.locale);
  const zone = recipient.timeZone ?? workspace.timeZone;
  const owner =
    row.ownerPersonId && batch.people.get(personName(row.workspaceId, row.ownerPersonId));
  const scope = messageScope({
    row,
    saved: row.saved ?? {},
    person: batch.people.get(personName(row.workspaceId, row.primaryId)) ?? null,
    recipient,
    ownerName: owner
      ? (owner.name ?? owner.id)
      : (batch.teamNames.get(`${row.workspaceId}/${row.ownerTeam}`) ?? row.ownerTeam),
    url: `${batch.appUrl}/${workspace.slug}/cases/${row.number}`,
    messages: batch.siblings.get(row.caseId) ?? [],
    history: batch.history.get(row.caseId),
    open: batch.open.get(row.caseId),
    now: batch.now,
  });
  const result = renderContent(pickContent(cached.template, locale), scope, {
    locale,
    zone,
    now: batch.now,
  });
  if (result.ok) return { ok: true, content: { locale, ...result.rendered } };
  const { field, message: text, line, column, awaits = null } = result;
  return { ok: false, params: { template, field, line, column, text }, awaits };
}
