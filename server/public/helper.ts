import { z } from "zod";
import { MessageRequest } from "@/core/delivery/request";
import type { ActionKind } from "@/core/template/content";
import type { CaseRow } from "@/server/cases/case-row";
import type { Link } from "./link";
import type { Action } from "./standing";
import { publicWords } from "./words";
import type { HelperVerb } from "./words/types/helper";

/** Buttons that only mean something to somebody who was called in. */
const HELPER_KINDS: readonly ActionKind[] = ["take_over", "hand_over", "need_help"];

/** Verbs of a helper that no button of a message has. */
export const RESOLVE = "~resolve";
export const UNSNOOZE = "~unsnooze";
export const UNDO = "~undo";

const KIND: Record<HelperVerb, ActionKind> = {
  acknowledge: "acknowledge",
  take_over: "take_over",
  hand_over: "hand_over",
  need_help: "need_help",
  snooze: "snooze",
  unsnooze: "complete",
  resolve: "complete",
};
const VERBS = Object.keys(KIND) as HelperVerb[];

/** True for a message to somebody who was called in to help, and whom the matter is not about. */
export const isHelper = ({ matter, person, message }: Link): boolean =>
  matter.personId !== person.id && requestOf(message)?.audience === "escalation";

/** The level a message was sent for; null where it was sent for none. */
export const levelOf = ({ message }: Link): number | null => requestOf(message)?.level ?? null;

const requestOf = ({ request }: Link["message"]) => MessageRequest.safeParse(request).data;

/** Whether this button can be pressed in this message: a helper's only by those who are no party to the matter. */
export const isMeantFor = ({ matter, person }: Link, { kind }: Action): boolean =>
  !HELPER_KINDS.includes(kind) || matter.personId !== person.id;

/** A verb of a helper as a button that is in no message. */
export function helperAction({ locale }: Link, verb: HelperVerb): Action {
  const label = publicWords(locale).helper.label[verb];
  return { id: `~${verb}`, label, kind: KIND[verb], url: null, choices: [] };
}

/** The button that a form of the page names; undefined for one that there is not. */
export const namedAction = (link: Link, id: string): Action | undefined => {
  const verb = VERBS.find((one) => `~${one}` === id);
  return verb && helperAction(link, verb);
};

/** True when this button does what the verb does. */
export const isOf = (verb: HelperVerb, { id, kind }: Action): boolean =>
  id === `~${verb}` || (kind === KIND[verb] && kind !== "complete");

/** What the reader of a page knew: pressing there is about the matter as it stood then. */
export type Seen = { level: number; visit: number; acknowledgedAt: number; text: string };

export const seenText = ({ level, acknowledgedAt, revision, memory }: CaseRow): string =>
  [level, visitTold(memory), acknowledgedAt ?? 0, revision].join(".");

/** A level may be told again: its number alone does not say which turn a page was about. */
const visitTold = (memory: unknown): number => Told.safeParse(memory).data?.turnTold.visit ?? 0;
const Told = z.object({ turnTold: z.object({ visit: z.int() }) });

export function readSeen(text: string): Seen | undefined {
  const parts = SeenParts.safeParse(text.split(".")).data;
  if (!parts) return undefined;
  const [level, visit, acknowledgedAt] = parts;
  return { level, visit, acknowledgedAt, text };
}

const Part = z.coerce.number<string>().int().min(0);
const SeenParts = z.tuple([Part, Part, Part, Part]);

/** What a helper can do as the matter stands, the most likely first. */
export function possibleVerbs(link: Link, row: CaseRow): HelperVerb[] {
  if (row.status !== "open") return [];
  const mine = row.acknowledgedBy === link.person.id;
  const isFree = row.acknowledgedAt === null && (levelOf(link) ?? row.level) >= row.level;
  return [
    ...(mine ? [] : isFree ? (["acknowledge"] as const) : (["take_over"] as const)),
    "hand_over",
    "need_help",
    row.snoozedUntil === null ? "snooze" : "unsnooze",
    "resolve",
  ];
}
