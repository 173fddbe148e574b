import { AppError } from "@/core/errors";

/**
 * Rows of cells by RFC 4180: quoted cells may hold commas, line ends and doubled quotes. Empty lines
 * are left out. Throws `malformed` with the line for a quote that never ends or stands inside a cell.
 */
export function parseCsv(text: string): string[][] {
  return parseCsvLines(text, ",").map(({ cells }) => cells);
}

/** A row with the line of the text it begins on, from 1. */
export type CsvLine = { line: number; cells: string[] };

/** As `parseCsv`, for any delimiter of one character, with the line each row stands on. */
export function parseCsvLines(text: string, delimiter: string): CsvLine[] {
  const rows: CsvLine[] = [];
  let begun = 1;
  let row: string[] = [];
  let line = 1;
  let at = 0;
  const stops = `${delimiter}\r\n`;
  const endRow = () => {
    if (row.length > 1 || row[0] !== "") rows.push({ line: begun, cells: row });
    row = [];
  };
  while (at <= text.length) {
    const cell =
      text[at] === '"' ? quotedCell(text, at, line, stops) : plainCell(text, at, line, stops);
    row.push(cell.value);
    line += cell.lines;
    at = cell.end;
    if (text[at] === delimiter) {
      at += 1;
      continue;
    }
    endRow();
    if (at >= text.length) break;
    at += text.startsWith("\r\n", at) ? 2 : 1;
    line += 1;
    begun = line;
  }
  return rows;
}

type Cell = { value: string; end: number; lines: number };

const broken = (line: number, message: string) =>
  new AppError("malformed", `The CSV is broken at line ${line}: ${message}.`);

function plainCell(text: string, start: number, line: number, stops: string): Cell {
  let end = start;
  while (end < text.length && !stops.includes(text[end] ?? "")) {
    if (text[end] === '"') throw broken(line, "a quote inside a cell that does not begin with one");
    end += 1;
  }
  return { value: text.slice(start, end), end, lines: 0 };
}

function quotedCell(text: string, start: number, line: number, stops: string): Cell {
  let value = "";
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) throw broken(line, "a quote that never ends");
    value += text.slice(at, quote);
    at = quote + 1;
    if (text[at] !== '"') break;
    value += '"';
    at += 1;
  }
  if (at < text.length && !stops.includes(text[at] ?? "")) {
    throw broken(line, "text after a closing quote");
  }
  return { value, end: at, lines: value.split("\n").length - 1 };
}
