import { isCounted } from "@/core/delivery/caps";
import { consentOf } from "@/core/delivery/consent-of";
import { decide } from "@/core/delivery/decide";
import type { RecipientFacts, SiblingFacts } from "@/core/delivery/gate-input";
import { keepsGap } from "@/core/delivery/helper-gap";
import { MessageRequest } from "@/core/delivery/request";
import { sentWords } from "@/core/delivery/sent-words";
import { unwrittenVerdict } from "@/core/delivery/unwritten";
import type { Instant } from "@/core/time";
import { personName } from "@/server/cases/people-facts";
import type { History, OpenCases } from "@/server/cases/person-background";
import type { ProviderRegistry } from "@/server/providers/registry";
import { type CapState, capFacts, notePassed } from "./cap-states";
import {
  addressesOf,
  mayBeAddressed,
  NO_CHOICE,
  providerOf,
  withoutProvider,
} from "./choose-provider";
import type { ClaimedRow } from "./claimed-rows";
import { type HelperStates, helperGap, noteTold, placeOf } from "./helper-gaps";
import type { Recipient } from "./recipients";
import { renderMessage } from "./render-message";
import type { Settled } from "./settled";
import type { WorkspaceDelivery } from "./workspace-cache";

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
  /** By `placeOf`; only of helpers, where a gap is kept between their messages. */
  helpers: HelperStates;
};

/** Decides about one message and renders it. Never throws: what goes wrong is that message's own failure. */
export function settle(row: ClaimedRow, batch: Batch): Settled {
  try {
    const settled = settleParsed(row, MessageRequest.parse(row.request), batch);
    const { maybeAt, maybeSince, dueSince } = row;
    if (maybeAt === null && dueSince === null) return settled;
    const kept = {
      ...(dueSince !== null && { dueSince }),
      ...(maybeAt !== null && { maybeSent: true, maybeSince }),
    };
    return { ...settled, params: { ...settled.params, ...kept } };
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
  const helperState = keepsGap({ ...row, request }) ? batch.helpers.get(placeOf(row)) : undefined;
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
    consent: consentOf(recipient?.smsConsents ?? [], topicKey),
    addresses: addressesOf(row, recipient, found),
    caps,
    helper: helperGap(helperState, row),
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
  const rendered = renderMessage(row, cached, recipient, workspace, batch);
  if (!rendered.ok) {
    const { plannedAt } = row;
    return { row, request, evidence: {}, ...unwrittenVerdict(rendered, { ...batch, plannedAt }) };
  }
  const message = { row, request, ...sentWords(request), evidence, to, provider, topic: topicKey };
  noteHandedOver(siblings, row, to, batch.now);
  noteTold(helperState, row, request, batch.now);
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

/** Later messages of the same batch see this one as handed over. */
function noteHandedOver(siblings: SiblingFacts[], row: ClaimedRow, to: string, now: Instant): void {
  const self = siblings.find((s) => s.id === row.id);
  if (!self) return;
  self.status = "sending";
  self.to = to;
  self.sentAt = now;
}
