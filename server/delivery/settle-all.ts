import { type Bundle, bundlesOf, isBundled, type Member } from "@/core/delivery/bundle";
import { isToHelper } from "@/core/delivery/helper-gap";
import { MessageRequest } from "@/core/delivery/request";
import { BUNDLE_ITEMS_MAX, HELPER_ITEMS_MAX } from "@/core/template/bundle-content";
import { personName } from "@/server/cases/people-facts";
import type { ClaimedRow } from "./claimed-rows";
import { together, waitsForGap } from "./helper-gaps";
import { inUrgency } from "./in-urgency";
import { type Batch, settle } from "./settle";
import type { Settled } from "./settled";

type Leaving = Extract<Settled, { kind: "sending" | "sent" }>;
type LeavingMember = Member & { settled: Leaving };

/**
 * Decides about a round: where caps leave room for some only, the most urgent come first; what was
 * collected for one person and channel leaves as one message.
 */
export function settleAll(rows: readonly ClaimedRow[], batch: Batch): Settled[] {
  const here = new Set(rows.map(({ id }) => id));
  const settled = besideCarriers(
    inUrgency(together(rows, batch.helpers, batch.workspaces), shareRoom(batch)).map((row) =>
      isMaybeCarried(row) && !here.has(row.carrierId) ? unknownEnd(row) : settle(row, batch),
    ),
  );
  if (!settled.some(isCollected)) return settled;
  const groups = Map.groupBy(settled.filter(isCollected), groupOf);
  const merged = new Map<Settled, Settled>();
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    for (const bundle of bundlesIn(group, batch)) {
      for (const one of leavingAsOne(bundle)) merged.set(...one);
    }
  }
  return settled.map((one) => merged.get(one) ?? one);
}

/**
 * What a provider may have as one goes to it again as that one, under its carrier's key: with others,
 * the key would be known with other words, and who came later would count as sent without having left.
 */
const groupOf = ({ row, request, to, provider }: Leaving): string =>
  row.maybeAt === null
    ? [row.workspaceId, row.personId, row.channel, to, provider, isToHelper(request)].join("\n")
    : [row.workspaceId, row.carrierId].join("\n");

/**
 * What may have left inside a carrier never leaves outside it, which could be a second copy: it waits
 * as long as the carrier does, and ends `unknown` when nobody asks about the carrier any more.
 */
function besideCarriers(settled: readonly Settled[]): Settled[] {
  const byId = new Map(settled.map((one) => [one.row.id, one]));
  return settled.map((one): Settled => {
    if (!isMaybeCarried(one.row) || one.kind === "unknown") return one;
    const { row, request } = one;
    const carrier = byId.get(row.carrierId);
    if (carrier?.kind === "sending") return one;
    if (carrier?.kind !== "held") return unknownEnd(row);
    const { code, params: said, until } = carrier;
    if (one.kind === "held") return { ...one, until };
    if (one.kind !== "sending") return one;
    const params = { ...said, carrier: row.carrierId };
    return { kind: "held", row, request, code, params, evidence: {}, until };
  });
}

const isMaybeCarried = <R extends ClaimedRow>(row: R): row is R & { carrierId: string } =>
  row.maybeAt !== null && row.carrierId !== null && row.carrierId !== row.id;

function unknownEnd(row: ClaimedRow): Settled {
  const request = MessageRequest.parse(row.request);
  const params = { channel: row.channel, why: "carrier_ended", provider: row.maybeAt };
  return { kind: "unknown", row, request, code: "fail.unknown", params, evidence: {} };
}

/** Those under caps, and those to helpers: what one of them may have, the others may not. */
function shareRoom({ caps, helpers, workspaces }: Batch): (row: ClaimedRow) => boolean {
  if (caps.size === 0 && helpers.size === 0) return () => false;
  return (row) =>
    caps.has(personName(row.workspaceId, row.personId)) || waitsForGap(row, workspaces);
}

const isCollected = (settled: Settled): settled is Leaving =>
  (settled.kind === "sending" || settled.kind === "sent") &&
  settled.row.carrierId !== null &&
  isBundled(settled.row.channel);

function bundlesIn(group: readonly Leaving[], batch: Batch): Bundle<LeavingMember>[] {
  const [any] = group;
  if (!any) return [];
  const { workspaceId, personId } = any.row;
  const zone =
    batch.people.get(personName(workspaceId, personId))?.timeZone ??
    batch.workspaces.get(workspaceId)?.timeZone ??
    "UTC";
  const settings = { locale: any.content.locale, zone, now: batch.now };
  const members = group.map(
    (settled): LeavingMember => ({
      ...settled.row,
      caseSubject: settled.row.subject,
      isOver: settled.request.ending === true,
      content: settled.content,
      settled,
    }),
  );
  // A provider that may have it knows it by the id of the message that carried it before.
  const asked = group.find(({ row }) => row.maybeAt !== null && row.carrierId === row.id);
  const itemsMax = isToHelper(any.request) ? HELPER_ITEMS_MAX : BUNDLE_ITEMS_MAX;
  return bundlesOf(members, settings, { itemsMax, first: asked?.row.id });
}

function leavingAsOne({ carrier, others, content }: Bundle<LeavingMember>): [Settled, Settled][] {
  if (others.length === 0) return [];
  const { id } = carrier;
  const { settled: first } = carrier;
  const bundle = [id, ...others.map((other) => other.id)];
  const evidence = { ...first.evidence, bundle };
  const status = first.kind;
  return [
    [first, { ...first, content, evidence }],
    ...others.map(({ settled: other }): [Settled, Settled] => {
      const { frequency } = preferenceIn(other.evidence);
      const digest = frequency === "daily" || frequency === "weekly" ? { digest: frequency } : {};
      const params = { ...digest, n: others.length, carrier: id };
      const { row, request, to, topic, provider, content: own } = other;
      const said = { code: "sent.merged", params, evidence: other.evidence };
      const left = { row, request, to, topic, provider, content: own };
      return [other, { kind: "merged", status, carrierId: id, ...left, ...said }];
    }),
  ];
}

function preferenceIn({ preference }: Record<string, unknown>): { frequency?: unknown } {
  return typeof preference === "object" && preference !== null ? preference : {};
}
