import type { Text } from "@/components/text/text";
import {
  DIFFERENCE_GROUPS,
  type Difference,
  type DifferenceGroup,
} from "@/core/workflow/compare/difference";
import { CHANGE_GLYPH } from "./change-glyph";
import { SentenceChange } from "./sentence-change";

/** Differences as sentences under what they are about: stops, timing, messages, people, settings. */
export function DifferenceList({
  differences,
  t,
  level = 3,
}: {
  differences: readonly Difference[];
  t: Text;
  level?: 3 | 4;
}) {
  const Heading = `h${level}` as const;
  const groups = Map.groupBy(differences, ({ group }) => group);
  return (
    <div className="grid gap-4">
      {DIFFERENCE_GROUPS.map((group: DifferenceGroup) => {
        const own = groups.get(group) ?? [];
        if (own.length === 0) return null;
        return (
          <section key={group} className="grid gap-1">
            <Heading className="text-xs font-medium text-ft-2">
              {t("versions.group", { group })}
            </Heading>
            <ul className="grid gap-2">
              {own.map((difference) => (
                <DifferenceItem key={keyOf(difference)} difference={difference} t={t} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

const keyOf = ({ kind, what, before, after }: Difference): string =>
  [kind, what, before, after].join("\u0000");

function shownAs({ kind, before, after }: Difference): keyof typeof CHANGE_GLYPH {
  if (kind !== "setting") return kind;
  return before === null ? "added" : after === null ? "removed" : "changed";
}

function DifferenceItem({ difference, t }: { difference: Difference; t: Text }) {
  const { before, after, stage, also } = difference;
  const kind = shownAs(difference);
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-1">
      <span aria-hidden="true" className="text-center font-semibold text-ft-2">
        {CHANGE_GLYPH[kind]}
      </span>
      <div className="min-w-0 [overflow-wrap:anywhere]">
        <p>
          <span className="sr-only">{t("versions.kind", { kind })}: </span>
          {kind === "moved" && also ? <>{also}. </> : null}
          <SentenceChange before={before} after={after} />
        </p>
        {stage !== null || (also && kind !== "moved") ? (
          <p className="text-xs text-ft-3">
            {[
              stage === null ? null : t("versions.inStage", { stage }),
              kind === "moved" ? null : also,
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
        ) : null}
      </div>
    </li>
  );
}
