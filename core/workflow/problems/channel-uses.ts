import type { ChannelUse } from "../program";
import { type ChannelTemplate, channelOf } from "../steps/shared";
import type { Place, WorkflowFacts } from "./problem";

/** A channel with its content, and the field of the step that names it. */
export type Use = ChannelUse & { field: (string | number)[]; group: string; forPerson: boolean };

/**
 * Every content a step sends, to whomever. Uses of one group go to the same people at once. What the
 * policy of a step sends is among them where `facts` know it, at the field that names the policy.
 */
export function usesOf(
  { step }: Pick<Place, "step">,
  facts: Pick<WorkflowFacts, "ladders"> = {},
): Use[] {
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
    const policy = step.policy === undefined ? undefined : facts.ladders?.get(step.policy);
    const ofPolicy = (policy?.levels ?? []).flatMap((level, i) =>
      listed(level.channels, [], false).map((use) => ({
        ...use,
        field: ["policy"],
        group: `policy.${i}`,
      })),
    );
    const announced = listed(step.announce?.channels ?? [], ["announce", "channels"], true);
    return [...announced, ...levels, ...ofPolicy, ...listed(step.tell ?? [], ["tell"], true)];
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
