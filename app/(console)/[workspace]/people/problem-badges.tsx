import type { Text } from "@/components/text/text";
import type { PersonProblem } from "@/core/filter/person-fields";
import { PROBLEMS } from "./person-words";

/** What is wrong with how a person is reached: the first with its sign, the others counted. */
export function ProblemBadges({ problems, t }: { problems: readonly PersonProblem[]; t: Text }) {
  const [first, ...others] = problems;
  if (!first) return null;
  const { word, icon: Icon } = PROBLEMS[first];
  const rest = others.map((problem) => t(PROBLEMS[problem].word)).join(", ");
  return (
    <>
      <span className="ft-badge" data-tone="due">
        <Icon aria-hidden="true" />
        {t(word)}
      </span>
      {others.length > 0 ? (
        <span className="ms-1 text-xs text-ft-2" title={rest}>
          <span aria-hidden="true">+{others.length}</span>
          <span className="sr-only">, {rest}</span>
        </span>
      ) : null}
    </>
  );
}
