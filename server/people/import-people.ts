import type { OrgResult, PersonOutcome } from "@/core/contracts/org";
import type { FieldError } from "@/core/errors";
import { listAllTeams, peopleByEmail } from "@/db/queries/org";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";
import { importOrg } from "@/server/org/import-org";
import { departmentsOf } from "./departments-of";
import type { Place } from "./place-cells";
import {
  type Column,
  type ImportRow,
  type PeopleCsv,
  readPeopleCsv,
  refusedCsv,
} from "./read-people-csv";

const SAMPLE_ROWS = 5;
const LINES_SHOWN_MAX = 100;

type Counts = { created: number; changed: number; same: number; refused: number };
type Refused = { line: number; errors: FieldError[] };
type Done = { name: string; result: "created" | "changed"; changes: string[] };

export type ImportPreview = {
  columns: Column[];
  sample: { line: number; cells: string[] }[];
  counts: Counts;
  /** Lines that make or change somebody, the first of them. */
  lines: ({ line: number } & Done)[];
  /** Departments that are made or changed. */
  teams: Done[];
  /** The first of them; all are in `refusedFile`. */
  refused: Refused[];
};
export type ImportResult = {
  counts: Counts;
  refused: Refused[];
  /** CSV; null when nothing was refused. */
  refusedFile: string | null;
};

/** What an import would do, found out by doing it and taking it back. Throws as `readPeopleCsv`. */
export async function previewImport(ctx: Ctx, who: Who, text: string): Promise<ImportPreview> {
  const file = readPeopleCsv(text);
  const { lines, refused, counts, teams } = await run(ctx, who, file, true);
  return {
    columns: file.columns,
    sample: file.rows.slice(0, SAMPLE_ROWS).map(({ line, cells }) => ({ line, cells })),
    counts,
    lines: lines
      .flatMap(({ line, name, outcome: { result, changes } }) =>
        result === "created" || result === "changed" ? [{ line, name, result, changes }] : [],
      )
      .slice(0, LINES_SHOWN_MAX),
    teams: teams.flatMap(({ key, result, changes }) =>
      result === "created" || result === "changed" ? [{ name: key ?? "", result, changes }] : [],
    ),
    refused: shown(refused),
  };
}

/**
 * Makes people of a file, with their managers, departments and teams, and brings known ones up to
 * date: an absent column and an empty cell leave what is there. All of it is one transaction, so it
 * does not matter who stands before whom. Throws as `readPeopleCsv`.
 */
export async function importPeople(ctx: Ctx, who: Who, text: string): Promise<ImportResult> {
  const file = readPeopleCsv(text);
  const { refused, counts } = await run(ctx, who, file, false);
  return {
    counts,
    refused: shown(refused),
    refusedFile: refused.length === 0 ? null : refusedCsv(file.columns, refused),
  };
}

const shown = (refused: readonly Refused[]): Refused[] =>
  refused.slice(0, LINES_SHOWN_MAX).map(({ line, errors }) => ({ line, errors }));

type Ready = Extract<ImportRow, { person: object }>;

async function run(ctx: Ctx, who: Who, file: PeopleCsv, dryRun: boolean) {
  const ready = file.rows.filter((row): row is Ready => row.person !== undefined);
  const known = await listAllTeams(ctx.db, who.workspaceId);
  const { teams, keyOf, wrong } = departmentsOf(ready, known);
  const ids = await idsFor(ctx, who, ready);
  const taken = ready.flatMap((row) => {
    const id = ids.get(row.line);
    if (typeof id !== "string" || wrong.has(row.line)) return [];
    return [{ row, person: { ...row.person, id, ...orgOf(row.place, keyOf) } }];
  });
  const people = taken.map(({ person }) => person);
  const result: OrgResult = await importOrg(ctx, who, { dryRun, teams, people });
  const lines = taken.map(({ row, person }, i) => ({
    ...row,
    name: person.name ?? person.id,
    outcome: result.people[i] as PersonOutcome,
  }));
  const refused = [
    ...file.rows.flatMap(({ line, cells, errors }) => (errors ? [{ line, cells, errors }] : [])),
    ...ready.flatMap(({ line, cells }) => {
      const id = ids.get(line);
      const error = wrong.get(line) ?? (typeof id === "string" ? undefined : id);
      return error ? [{ line, cells, errors: [error] }] : [];
    }),
    ...lines.flatMap(({ line, cells, place, outcome: { error } }) =>
      error ? [{ line, cells, errors: error.errors.map((each) => inColumns(each, place)) }] : [],
    ),
  ].toSorted((a, b) => a.line - b.line);
  const count = (wanted: PersonOutcome["result"]) =>
    lines.filter(({ outcome }) => outcome.result === wanted).length;
  const counts = {
    created: count("created"),
    changed: count("changed"),
    same: count("same"),
    refused: refused.length,
  };
  return { lines, refused, counts, teams: result.teams };
}

/** The id of each line's person: as it says, else of whoever has its address, else a new one. */
async function idsFor(
  ctx: Ctx,
  { workspaceId }: Who,
  ready: readonly Ready[],
): Promise<ReadonlyMap<number, string | FieldError>> {
  const emails = ready.flatMap(({ person }) => (person.id ? [] : (person.email ?? [])));
  const here = await peopleByEmail(ctx.db, workspaceId, emails);
  const lineOf = new Map<string, number>();
  return new Map(
    ready.map(({ line, person }): [number, string | FieldError] => {
      if (person.id) return [line, person.id];
      const email = person.email?.toLowerCase() ?? "";
      const before = lineOf.get(email);
      if (email && before !== undefined) {
        return [line, { path: "email", message: `stands in line ${before} already` }];
      }
      lineOf.set(email, line);
      const [id, other] = here.get(email) ?? [];
      if (other) return [line, { path: "email", message: "several people have it: give the id" }];
      return [line, id ?? newId()];
    }),
  );
}

/** What a line says about the org, as the import takes it. */
function orgOf(place: Place, keyOf: (department: string) => string) {
  const { managerEmail, department, teams, role, deputyId, deputyEmail } = place;
  const deputy = { ...(deputyId && { deputyId }), ...(deputyEmail && { deputyEmail }) };
  const own = department === undefined ? [] : [keyOf(department)];
  const others = teams.filter((team) => !own.includes(team));
  const places = [
    ...own.map((team) => ({ team, ...(role && { role }), ...deputy })),
    // Beside a department, the role is the one there.
    ...others.map((team) => ({ team, ...(role && own.length === 0 && { role }), ...deputy })),
  ];
  return { ...(managerEmail && { managerEmail }), ...(places.length > 0 && { teams: places }) };
}

const PLACE_PATH = /^teams\.(\d+)(?:\.(\w+))?$/;

/** A mistake under the name of the column it comes from. */
function inColumns({ path, message }: FieldError, place: Place): FieldError {
  const [, n, field] = PLACE_PATH.exec(path) ?? [];
  if (n === undefined) return { path, message };
  const column = n === "0" && place.department !== undefined ? "department" : "teams";
  return { path: field === undefined || field === "team" ? column : field, message };
}
