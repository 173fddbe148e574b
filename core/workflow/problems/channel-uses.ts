import type { ChannelUse } from "../program";
import { type ChannelTemplate, channelOf } from "../steps/shared";
import type { Place } from "./problem";

/** A channel with its content, and the field of the step that names it. */
export type Use = ChannelUse & { field: (string | number)[]; group: string; forPerson: boolean };

/** Every content a step sends, to whomever. Uses of one group go to the same people at once. */
export function usesOf({ step }: Place): Use[] {
  if (step.kind === "send") {
    const forPerson = step.to === undefined || step.to === "person";
    const list = step.channels ? "channels" : "anyOf";
    const uses = listed(step.channels ?? step.anyOf ?? [], [list], forPerson);
    if (!step.fallback) return uses;
    const { after: _, unless: __, ...entry } = step.fallback;
    const field = ["fallback"];
    return [...uses, { ...channelOf(entry), field, group: list, forPerson }];
  }
  if (step.kind === "escalate") {
    const levels = (step.levels ?? []).flatMap((level, i) =>
      listed(level.channels, ["levels", i, "channels"], false),
    );
    return [...levels, ...listed(step.tell ?? [], ["tell"], true)];
  }
  return [];
}

const listed = (entries: ChannelTemplate[], at: (string | number)[], forPerson: boolean): Use[] =>
  entries.map((entry, i) => ({
    ...channelOf(entry),
    field: [...at, i],
    group: at.join("."),
    forPerson,
  }));
