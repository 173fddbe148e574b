import { parseCsv } from "./parse-csv";

/**
 * People out of a CSV text with a header line: `id, name, email, …`, `attributes.plan`,
 * `location.city`. An empty cell is an absent field; cells are text, checked like any other input.
 */
export function peopleFromCsv(text: string): Record<string, unknown>[] {
  const [header, ...rows] = parseCsv(text);
  const columns = (header ?? []).map((name) => name.trim());
  return rows.map((row) => personOf(columns, row));
}

export function personOf(columns: string[], row: string[]): Record<string, unknown> {
  const person: Record<string, unknown> = {};
  const nested = new Map<string, Record<string, unknown>>();
  for (const [i, cell] of row.entries()) {
    if (cell === "") continue;
    const column = columns[i] ?? `column ${i + 1}`;
    const dot = column.indexOf(".");
    if (dot < 0) {
      person[column] = cell;
      continue;
    }
    const group = column.slice(0, dot);
    const fields = nested.get(group) ?? {};
    fields[column.slice(dot + 1)] = cell;
    nested.set(group, fields);
  }
  for (const [group, fields] of nested) person[group] = fields;
  return person;
}
