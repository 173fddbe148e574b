import type { ResolvedCalendar } from "@/core/calendar/work-calendar";
import type { Channel } from "@/core/template/channel";
import type { Template } from "@/core/template/content";
import type { Snippets } from "@/core/template/snippet";
import type { Ladder } from "./steps/escalate";

/** Somebody to show examples for. */
export type ExamplePerson = {
  id: string;
  name: string | null;
  timeZone: string | null;
  locale: string | null;
  city: string | null;
};

/** A field of an event's data as it was seen lately; `path` begins with `data.`. */
export type SeenField = {
  path: string;
  example: unknown;
  /** In how many of `of` events it was missing. */
  missing: number;
  of: number;
};

/** An event that arrived lately, newest values first. */
export type SeenEvent = { name: string; count: number; fields: SeenField[] };

/** What a workspace has that the editor offers, names and checks. */
export type EditorFacts = {
  /** As published; what a draft changed lies over it. */
  templates: Readonly<Record<string, Template>>;
  /** Words that contents may name. */
  snippets?: Snippets;
  topics: readonly { key: string; name: string; required: boolean }[];
  teams: readonly {
    key: string;
    name: string;
    leadId: string | null;
    memberIds: string[];
    /** The members by name, as far as they are people of the workspace. */
    members?: readonly { id: string; name: string | null }[];
  }[];
  policies: readonly { key: string; name: string; ladder: Ladder }[];
  rotas: readonly { key: string; name: string }[];
  people: readonly ExamplePerson[];
  /** Null: not known. */
  channelsOn: readonly Channel[] | null;
  events: readonly SeenEvent[];
  /** False where emails leave without the link to the preference center. */
  preferenceLinks?: boolean;
  /** False where emails leave without the sender's postal address. */
  postalAddress?: boolean;
  /** The local hours in which most people want no messages; null: they differ. */
  quietHours?: { from: string; to: string } | null;
  workspace: {
    timeZone: string;
    locale: string;
    calendar: ResolvedCalendar;
    /** Languages messages are written in, the fallback first. */
    languages?: readonly string[];
  };
};
