import { BUNDLE_ITEMS_MAX, type BundleMatter, bundleContent } from "@/core/template/bundle-content";
import type { Channel } from "@/core/template/channel";
import type { FormatSettings } from "@/core/template/formats";
import { byUrgency, type Urgency } from "./caps";
import type { RenderedContent } from "./rendered-content";

/** An inbox is a list already, and what a webhook gets is one event. */
const BUNDLED_CHANNELS: readonly Channel[] = ["email", "sms", "push"];
/** What is held because of these leaves with what waits beside it. */
const COLLECTING_CODES = ["held.digest", "held.cap", "held.helper"];

/** How long before its moment a collected message may leave with those whose moment has come. */
export const COLLECT_AHEAD_MS = 5_000;

export const isBundled = (channel: Channel): boolean => BUNDLED_CHANNELS.includes(channel);

export const isCollecting = (code: string): boolean => COLLECTING_CODES.includes(code);

/** A message that has passed its gates, and may leave with others of the same person and channel. */
export type Member = Urgency & {
  caseId: string;
  caseSubject: string;
  /** Told of an ending: nothing is open any more. */
  isOver: boolean;
  content: RenderedContent;
};

export type Bundle<M extends Member> = {
  /** Its row carries what the person gets; the others end with it. */
  carrier: M;
  others: M[];
  content: RenderedContent;
};

/**
 * One person's messages on one channel that leave at the same moment, as few as can be. Of a case
 * only the newest message speaks, so that a single case leaves in its own words; several become a
 * list, most urgent first, and more than `itemsMax` several lists. `first` names the carrier that a
 * provider may know already.
 */
export function bundlesOf<M extends Member>(
  members: readonly M[],
  settings: FormatSettings,
  { itemsMax = BUNDLE_ITEMS_MAX, first }: { itemsMax?: number; first?: string | undefined } = {},
): Bundle<M>[] {
  const speakers = [...Map.groupBy(members, ({ caseId }) => caseId).values()].map((ofCase) =>
    ofCase.reduce(newer),
  );
  const ordered = speakers.toSorted(byUrgency);
  const bundles: Bundle<M>[] = [];
  for (let at = 0; at < ordered.length; at += itemsMax) {
    const listed = ordered.slice(at, at + itemsMax);
    const cases = new Set(listed.map(({ caseId }) => caseId));
    const all = members.filter(({ caseId }) => cases.has(caseId));
    const [top] = listed;
    const carrier = all.find(({ id }) => id === first) ?? top;
    if (!carrier || !top) continue;
    bundles.push({
      carrier,
      others: all.filter((member) => member !== carrier),
      content: listed.length === 1 ? top.content : contentOf(listed, carrier, settings),
    });
  }
  return bundles;
}

const newer = <M extends Member>(a: M, b: M): M =>
  b.plannedAt > a.plannedAt || (b.plannedAt === a.plannedAt && b.id > a.id) ? b : a;

/** The carrier's own buttons stay with it: its links count them by place. */
function contentOf(
  listed: readonly Member[],
  { content }: Member,
  settings: FormatSettings,
): RenderedContent {
  const matters = listed.map(
    ({ id, caseSubject, dueAt, isOver, content: own }): BundleMatter => ({
      messageId: id,
      caseSubject,
      dueAt,
      isOver,
      content: own,
    }),
  );
  return { ...content, ...bundleContent(matters, settings) };
}
