const INDENT = 2;
const NOT_IN_NAMES = /[^\w.-]+/g;

/** A file to save: a value as JSON that people can read. */
export function jsonFile(fileName: string, value: unknown): Response {
  const name = fileName.replace(NOT_IN_NAMES, "_");
  return new Response(JSON.stringify(value, null, INDENT), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });
}
