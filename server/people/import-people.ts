import { type InlinePerson, PEOPLE_IN_BATCH_MAX } from "@/core/contracts/people";
import { AppError, type FieldError } from "@/core/errors";
import { inTransaction } from "@/db/client";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";
import {
  type Column,
  type ImportRow,
  type PeopleCsv,
  readPeopleCsv,
  refusedCsv,
} from "./read-people-csv";
import { savePeople } from "./save-people";
import { upsertPeople } from "./upsert-people";

const SAMPLE_ROWS = 5;
const REFUSED_SHOWN_MAX = 100;

type Counts = { created: number; changed: number; same: number; refused: number };
type Refused = { line: number; errors: FieldError[] };

export type ImportPreview = {
  columns: Column[];
  sample: { line: number; cells: string[] }[];
  counts: Counts;
  /** The first of them; all are in `refusedFile`. */
  refused: Refused[];
};
export type ImportResult = {
  counts: Counts;
  refused: Refused[];
  /** CSV; null when nothing was refused. */
  refusedFile: string | null;
};

type Ready = { row: ImportRow; person: InlinePerson };

/** Thrown to take a rehearsal back. */
class Rehearsed extends Error {}

/** What an import would do, found out by doing it and taking it back. Throws as `readPeopleCsv`. */
export async function previewImport(ctx: Ctx, who: Who, text: string): Promise<ImportPreview> {
  const file = readPeopleCsv(text);
  const ready = readyOf(file);
  let counts = noneYet(file);
  for (const part of parts(ready)) {
    const people = part.map(({ person }) => person);
    const rehearsal = inTransaction(ctx.db, async (tx) => {
      const { created, changed } = await upsertPeople(tx, who.workspaceId, people, "merge");
      counts = added(counts, created.length, changed.length);
      throw new Rehearsed();
    });
    await rehearsal.catch((error: unknown) => {
      if (!(error instanceof Rehearsed)) throw error;
    });
  }
  const refused = refusedOf(file);
  return {
    columns: file.columns,
    sample: file.rows.slice(0, SAMPLE_ROWS).map(({ line, cells }) => ({ line, cells })),
    counts: withSame(counts, ready.length),
    refused: refused.slice(0, REFUSED_SHOWN_MAX).map(({ line, errors }) => ({ line, errors })),
  };
}

/**
 * Makes people of a file, and brings known ones up to date: an absent column and an empty cell leave
 * what is there. A thousand rows at a time; where one lot fails, its rows are among the refused and
 * the others are kept. Throws as `readPeopleCsv`.
 */
export async function importPeople(ctx: Ctx, who: Who, text: string): Promise<ImportResult> {
  const file = readPeopleCsv(text);
  const ready = readyOf(file);
  const refused = refusedOf(file);
  let counts = noneYet(file);
  let failed = 0;
  for (const part of parts(ready)) {
    try {
      const people = part.map(({ person }) => person);
      const { created, changed } = await savePeople(ctx, who, people, "merge");
      counts = added(counts, created.size, changed.size);
    } catch (error) {
      if (!(error instanceof AppError)) ctx.log.error({ err: error }, "a part of an import failed");
      const message =
        error instanceof AppError ? error.message : "was not saved: try this row again";
      refused.push(...part.map(({ row }) => ({ ...row, errors: [{ path: "", message }] })));
      failed += part.length;
    }
  }
  const lines = refused.toSorted((a, b) => a.line - b.line);
  const done = withSame(counts, ready.length - failed);
  return {
    counts: { ...done, refused: lines.length },
    refused: lines.slice(0, REFUSED_SHOWN_MAX).map(({ line, errors }) => ({ line, errors })),
    refusedFile: lines.length === 0 ? null : refusedCsv(file.columns, lines),
  };
}

const readyOf = (file: PeopleCsv): Ready[] =>
  file.rows.flatMap((row) =>
    row.person ? [{ row, person: { ...row.person, id: row.person.id ?? newId() } }] : [],
  );

const refusedOf = (file: PeopleCsv) =>
  file.rows.flatMap(({ line, cells, errors }) => (errors ? [{ line, cells, errors }] : []));

function* parts(ready: readonly Ready[]): Generator<readonly Ready[]> {
  for (let at = 0; at < ready.length; at += PEOPLE_IN_BATCH_MAX) {
    yield ready.slice(at, at + PEOPLE_IN_BATCH_MAX);
  }
}

const noneYet = (file: PeopleCsv): Counts => ({
  created: 0,
  changed: 0,
  same: 0,
  refused: refusedOf(file).length,
});

const added = (counts: Counts, created: number, changed: number): Counts => ({
  ...counts,
  created: counts.created + created,
  changed: counts.changed + changed,
});

const withSame = (counts: Counts, done: number): Counts => ({
  ...counts,
  same: done - counts.created - counts.changed,
});
