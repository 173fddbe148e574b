import { messageScope } from "@/core/case/message-scope";
import { DOWN_PATIENCE_MS } from "@/core/channel/circuit";
import { isCounted } from "@/core/delivery/caps";
import { decide } from "@/core/delivery/decide";
import type { AddressFacts, RecipientFacts, SiblingFacts } from "@/core/delivery/gate-input";
import { MessageRequest } from "@/core/delivery/request";
import { sentWords } from "@/core/delivery/sent-words";
import { type Unwritten, unwrittenVerdict } from "@/core/delivery/unwritten";
import { pickContent } from "@/core/template/content";
import { usableLocale } from "@/core/template/formats";
import { renderContent } from "@/core/template/render-content";
import { snippetsFor } from "@/core/template/snippet";
import { type Instant, MINUTE_MS } from "@/core/time";
import { personName } from "@/server/cases/people-facts";
import type { History, OpenCases } from "@/server/cases/person-background";
import type { Provider } from "@/server/providers/provider";
import type { Choice, ProviderRegistry } from "@/server/providers/registry";
import { type CapState, capFacts, notePassed } from "./cap-states";
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
  /** By `personName`; only of workspaces that limit how much a person gets. */
  caps: ReadonlyMap<string, CapState>;
};

/** Decides about one message and renders it. Never throws: what goes wrong is that message's own failure. */
export function settle(row: ClaimedRow, batch: Batch): Settled {
  try {
    const settled = settleParsed(row, MessageRequest.parse(row.request), batch);
    if (row.maybeAt === null) return settled;
    const { maybeSince } = row;
    return { ...settled, params: { ...settled.params, maybeSent: true, maybeSince } };
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
  const capState = batch.caps.get(personName(row.workspaceId, row.personId));
  const caps = capFacts(capState, row);
  const direct =
    row.channel === "in_app" ? "in_app" : workspace.kind === "sandbox" ? "outbox" : null;
  const { provider: found, down } = direct === null ? providerOf(row, batch, recipient) : NO_CHOICE;
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
    caps,
    siblings,
  });
  const provider = direct ?? found?.name ?? null;
  const isUnaddressed = verdict.kind === "not_sent" && verdict.code === "skip.no_address";
  const waits = isUnaddressed && mayBeAddressed(row, recipient, batch);
  if (provider === null && (verdict.kind === "send" || waits)) {
    return { row, request, evidence: {}, ...withoutProvider(row, down, batch) };
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
  const message = { row, request, ...sentWords(request), evidence, to, provider, topic: topicKey };
  noteHandedOver(siblings, row, to, batch.now);
  if (isCounted({ message: { ...row, request }, topic })) {
    notePassed(capState, row, { joins: caps?.joins === true, at: batch.now });
  }
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

const NO_CHOICE: Choice = { provider: null, down: null };

/** The first that reaches one of the person's addresses, and is not down. */
function providerOf(row: ClaimedRow, batch: Batch, recipient: Recipient | null): Choice {
  const { workspaceId, channel, maybeAt } = row;
  const { providers } = batch;
  if (maybeAt !== null) return againOf(row, maybeAt, batch);
  let down: Choice | null = null;
  for (const { address, verified, suppressed } of recipient?.addresses.get(channel) ?? []) {
    if (!verified || suppressed) continue;
    const choice = providers.choose(workspaceId, channel, address);
    if (choice.provider) return choice;
    if (choice.down) down ??= choice;
  }
  return down ?? providers.choose(workspaceId, channel);
}

/** Another provider does not know the message: it would send what the earlier one may have sent. */
function againOf(
  { workspaceId, maybeSince }: ClaimedRow,
  name: string,
  { providers, now }: Batch,
): Choice {
  const { idempotentForMs = Number.POSITIVE_INFINITY } = providers.byName(workspaceId, name) ?? {};
  const isForgotten = maybeSince !== null && now - maybeSince > idempotentForMs;
  return isForgotten ? NO_CHOICE : providers.again(workspaceId, name);
}

function withoutProvider(
  { channel, maybeAt, maybeSince, plannedAt }: ClaimedRow,
  down: Choice["down"],
  { now }: Batch,
) {
  if (down) {
    const { provider, circuit, waitMs } = down;
    if (maybeAt !== null && now - (maybeSince ?? plannedAt) > DOWN_PATIENCE_MS) {
      const why = { channel, why: "provider_down", provider: maybeAt };
      return { kind: "unknown" as const, code: "fail.unknown", params: why };
    }
    if (now - plannedAt > DOWN_PATIENCE_MS && maybeAt === null) {
      const params = { text: circuit.lastError, channel };
      return { kind: "failed" as const, code: "fail.provider", params };
    }
    const params = { channel, provider, since: circuit.openedAt };
    const until = now + waitMs();
    return { kind: "held" as const, code: "held.provider_down", params, until };
  }
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
  ownZone: recipient.timeZone,
  location: recipient.location,
  pausedUntil: recipient.pausedUntil,
  quietHours: recipient.quietHours,
});

/** Who has no address of their own on a channel is written to where its account says, if it says. */
function addressesOf(
  { channel }: ClaimedRow,
  recipient: Recipient | null,
  provider: Provider | null,
): readonly AddressFacts[] {
  const takes = provider?.takes;
  const all = recipient?.addresses.get(channel) ?? [];
  const own = takes ? all.filter(({ address }) => takes(address)) : all;
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
  const { layout } = cached.template;
  const home = workspace.locale;
  const result = renderContent(pickContent(cached.template, locale, home), scope, {
    locale,
    zone,
    now: batch.now,
    snippets: snippetsFor(workspace.snippets, { locale, home }),
  });
  if (result.ok) {
    return { ok: true, content: { locale, ...(layout && { layout }), ...result.rendered } };
  }
  const { field, message: text, line, column, awaits = null } = result;
  return { ok: false, params: { template, field, line, column, text }, awaits };
}
