import type { SentenceOptions } from "@/core/sentence/names";
import type { Definition } from "../definition";
import { DIFFERENCE_GROUPS, type Difference } from "./difference";
import { settingDifferences, stopDifferences } from "./setting-differences";
import { stageDifferences } from "./stage-differences";
import { stepDifferences } from "./step-differences";

/** What differs, in the order of the groups. `from` null: everything is new, and only its steps are told. */
export function differencesOf(
  from: Definition | null,
  to: Definition,
  options: SentenceOptions,
): Difference[] {
  const found = [
    ...(from ? settingDifferences(from, to, options) : []),
    ...(from ? stopDifferences(from, to, options) : []),
    ...(from ? stageDifferences(from, to, options) : []),
    ...stepDifferences(from, to, options),
  ];
  return DIFFERENCE_GROUPS.flatMap((group) => found.filter((one) => one.group === group));
}
