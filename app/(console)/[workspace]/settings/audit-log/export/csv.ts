/** A value a spreadsheet would run as a formula is given as text (CWE-1236). */
const FORMULA = /^[=+\-@\t\r]/;

/** One line of RFC 4180, with its CRLF. */
export const csvLine = (values: readonly string[]): string =>
  `${values.map(csvValue).join(",")}\r\n`;

function csvValue(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
