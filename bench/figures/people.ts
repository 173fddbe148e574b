import type { WorkspaceId } from "@/core/ids";
import { connect } from "@/db/client";
import { countPeople, listPeopleBy } from "@/db/queries/people-pages";
import type { PersonClause } from "@/db/queries/person-clauses";
import { newId } from "@/server/new-id";
import { atMost, type Figure, median } from "../figure";
import { fillWorkspace } from "../listed-world";
import { LISTED } from "../settings";
import type { Stage } from "../stage";

const FIRST_PAGE_MS_MAX = 500;
const ROUNDS = 7;
const PAGE_ROWS = 50;
const COUNTED_MAX = 10_000;

const words = (text: string, isCommon = false): PersonClause => ({ on: "words", text, isCommon });

/** Filters people use, by what the list calls them. */
const FILTERS: readonly [string, PersonClause[]][] = [
  ["all", []],
  ["words of one person", [words(`p${LISTED - 1}@example.com`)]],
  ["words that nobody has", [words("nobody at all")]],
  ["words that everybody has", [words("example", true)]],
  [
    "anything wrong with them",
    [
      {
        on: "problem",
        problems: ["no_zone", "no_address", "suppressed", "paused"],
        not: false,
        now: new Date(),
      },
    ],
  ],
  ["German, by language", [{ on: "language", values: ["de"], orNone: false, not: false }]],
];

/** How long the first page of the list of people takes, its count included, by order and filter. */
export async function people(stage: Stage): Promise<Figure[]> {
  const db = connect(await stage.database(), { name: "followthrough-people" });
  const workspaceId = newId() as WorkspaceId;
  await fillWorkspace(db, workspaceId, LISTED);
  const figures: Figure[] = [];
  for (const [name, clauses] of FILTERS) {
    for (const by of ["added", "name"] as const) {
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const from = performance.now();
        await countPeople(db, workspaceId, clauses, COUNTED_MAX);
        await listPeopleBy(db, workspaceId, clauses, {
          limit: PAGE_ROWS,
          by,
          desc: by === "added",
        });
        times.push(performance.now() - from);
      }
      const ms = median(times);
      figures.push({
        name: `First page of ${LISTED.toLocaleString("en-US")} people by ${by}: ${name}`,
        value: `${ms.toFixed(1)} ms`,
        required: atMost(ms, FIRST_PAGE_MS_MAX, " ms"),
        repeat: "people",
      });
    }
  }
  await db.$client.end({ timeout: 2 });
  return figures;
}
