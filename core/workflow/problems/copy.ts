import type { CopyAdviceCode } from "@/core/template/copy-checks";
import type { Definition } from "../definition";
import { type Use, usesOf } from "./channel-uses";
import { adviceOn } from "./content-reading";
import { atStep, isInStages, type Look, type Place, type Problem } from "./problem";

/** What only a message that asks for something has to say. */
const FOR_ASKING: readonly CopyAdviceCode[] = [
  "action_missing",
  "importance_missing",
  "deadline_missing",
];

/** True for what asks the person for something; confirmations and news do not. */
export const asks = (place: Place, use: Use): boolean =>
  use.forPerson && place.step.kind === "send" && isInStages(place);

/** How the contents read: action, importance and deadline stated, one button, short sentences. */
export const copy: Look = (definition, facts, places) => {
  const said = new Set<string>();
  return places.flatMap((place) =>
    usesOf(place, facts).flatMap((use): Problem[] => {
      const template = facts.templates.get(use.template);
      if (!template || template.channel !== use.channel || facts.unfinished?.has(use.template)) {
        return [];
      }
      return adviceOn(template.content, use.channel).flatMap((advice): Problem[] => {
        const once = `${use.template} ${advice.code}`;
        if (said.has(once) || isNeedless(advice.code, place, use, definition)) return [];
        said.add(once);
        const params = { ...advice.params, template: use.template };
        return [atStep(place, use.field, "check", `copy.${advice.code}`, params)];
      });
    }),
  );
};

function isNeedless(
  code: CopyAdviceCode,
  place: Place,
  use: Use,
  { purpose, due }: Definition,
): boolean {
  if (!FOR_ASKING.includes(code)) return false;
  // `send.no_action` says it already.
  if (code === "action_missing" || !asks(place, use) || purpose === "status") return true;
  return code === "deadline_missing" && due === undefined;
}
