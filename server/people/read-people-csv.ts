import { ORG_PEOPLE_MAX } from "@/core/contracts/org";
import { PersonInput } from "@/core/contracts/people";
import { AppError, type FieldError } from "@/core/errors";
import { csvLine, readCell } from "@/server/http/csv";
import { fieldErrors } from "@/server/http/field-errors";
import { parseCsvLines } from "./parse-csv";
import { personOf } from "./people-from-csv";
import { PLACE_FIELDS, type Place, placeOf } from "./place-cells";

/** Rows of one import in the console. */
export const IMPORT_ROWS_MAX = ORG_PEOPLE_MAX;
const COLUMNS_MAX = 200;

/** Columns of a file of mistakes, which may be uploaded again as it is. */
const OURS = { line: "_line", reason: "_reason" } as const;

const PERSON_FIELDS = [
  "id",
  "name",
  "email",
  "phone",
  "locale",
  "timeZone",
  "managerId",
  "calendar",
] as const;
const FIELDS = [...PERSON_FIELDS, ...PLACE_FIELDS] as const;
const NESTED = /^(?:attributes\..+|location\.(?:country|region|city))$/;
/** What other systems call our columns, without spaces, hyphens and underscores. */
const ALIASES: Readonly<Record<string, (typeof FIELDS)[number]>> = {
  personid: "id",
  fullname: "name",
  emailaddress: "email",
  mail: "email",
  telephone: "phone",
  telefon: "phone",
  mobile: "phone",
  language: "locale",
  sprache: "locale",
  timezone: "timeZone",
  zeitzone: "timeZone",
  manager: "managerId",
  managerid: "managerId",
  managermail: "managerEmail",
  manageremailaddress: "managerEmail",
  team: "teams",
  abteilung: "department",
  departmentname: "department",
  parentdepartmentname: "parentDepartment",
  deputy: "deputyId",
};

export type Column = {
  /** As the file calls it. */
  name: string;
  /** Our field; null: this column is not imported. */
  field: string | null;
};
export type ImportRow = { line: number; cells: string[] } & (
  | { person: PersonInput; place: Place; errors?: undefined }
  | { person?: undefined; place?: undefined; errors: FieldError[] }
);
export type PeopleCsv = { columns: Column[]; rows: ImportRow[]; delimiter: string };

/**
 * People out of a file as spreadsheets write it: comma, semicolon or tab; columns by our names or
 * common others; an empty cell is an absent field. A row that is not valid says why and stops no
 * other. Throws `malformed` for a broken file, `invalid` for one without a column we know, or too long.
 */
export function readPeopleCsv(text: string): PeopleCsv {
  const clean = text.replace(/^\uFEFF/, "");
  const delimiter = delimiterOf(clean);
  const [header, ...lines] = parseCsvLines(clean, delimiter);
  const names = (header?.cells ?? []).slice(0, COLUMNS_MAX).map((name) => name.trim());
  const columns = columnsOf(names);
  if (!columns.some(({ field }) => field !== null)) {
    throw new AppError(
      "invalid",
      "No column is known: the first line names them, such as id, name, email.",
    );
  }
  if (lines.length > IMPORT_ROWS_MAX) {
    throw new AppError(
      "invalid",
      `The file has ${lines.length} rows; at most ${IMPORT_ROWS_MAX} go at once.`,
    );
  }
  const firstLineOf = new Map<string, number>();
  const rows = lines.map(({ line, cells }): ImportRow => {
    const row = { line, cells };
    if (cells.length > names.length) {
      return {
        ...row,
        errors: [{ path: "", message: `has ${cells.length} cells under ${names.length} columns` }],
      };
    }
    const { place, rest } = placeOf(recordOf(columns, cells));
    const parsed = PersonInput.safeParse(rest);
    if (!parsed.success) return { ...row, errors: fieldErrors(parsed.error.issues) };
    if (place.problem) return { ...row, errors: [place.problem] };
    const { id } = parsed.data;
    const first = id === undefined ? undefined : firstLineOf.get(id);
    if (first !== undefined) {
      return { ...row, errors: [{ path: "id", message: `stands in line ${first} already` }] };
    }
    if (id !== undefined) firstLineOf.set(id, line);
    return { ...row, person: parsed.data, place: place.place };
  });
  return { columns, rows, delimiter };
}

function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  const count = (sign: string) => header.split(sign).length;
  const best = [",", ";", "\t"].reduce((a, b) => (count(b) > count(a) ? b : a));
  return best;
}

function columnsOf(names: readonly string[]): Column[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const field = fieldOf(name);
    if (field === null || taken.has(field)) return { name, field: null };
    taken.add(field);
    return { name, field };
  });
}

function fieldOf(name: string): string | null {
  if (NESTED.test(name)) return name;
  const plain = name.toLowerCase().replace(/[\s_-]+/g, "");
  return FIELDS.find((field) => field.toLowerCase() === plain) ?? ALIASES[plain] ?? null;
}

const recordOf = (columns: readonly Column[], cells: readonly string[]) => {
  const used = columns.flatMap(({ field }, i) =>
    field === null ? [] : [[field, cells[i] ?? ""] as const],
  );
  return personOf(
    used.map(([field]) => field),
    used.map(([, cell]) => readCell(cell.trim())),
  );
};

/** The rows that were refused, each with its line and why: corrected, the file can be uploaded again. */
export function refusedCsv(
  columns: readonly Column[],
  refused: readonly { line: number; cells: readonly string[]; errors: readonly FieldError[] }[],
): string {
  const kept = columns.flatMap(({ name }, i) =>
    name === OURS.line || name === OURS.reason ? [] : [{ name, i }],
  );
  const head = csvLine([OURS.line, OURS.reason, ...kept.map(({ name }) => name)]);
  const body = refused.map(({ line, cells, errors }) =>
    csvLine([String(line), reasonText(errors), ...kept.map(({ i }) => readCell(cells[i] ?? ""))]),
  );
  return [head, ...body].join("");
}

const reasonText = (errors: readonly FieldError[]): string =>
  errors.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join("; ");
