import { readFile } from "node:fs/promises";
import { join } from "node:path";

const DAY_S = 86_400;

const START = `
const dark = matchMedia("(prefers-color-scheme: dark)");
const follow = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
dark.addEventListener("change", follow);
follow();
SwaggerUIBundle({
  url: "/api/v1/openapi.json",
  dom_id: "#reference",
  deepLinking: true,
  docExpansion: "none",
  defaultModelsExpandDepth: 0,
  persistAuthorization: false,
  validatorUrl: null,
});
`;

/** The files of the reference page, by their names alone. */
const TYPES: Readonly<Record<string, string>> = {
  "swagger-ui.css": "text/css; charset=utf-8",
  "swagger-ui-bundle.js": "text/javascript; charset=utf-8",
  "start.js": "text/javascript; charset=utf-8",
};

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ asset: string }> },
): Promise<Response> {
  const { asset } = await params;
  const type = Object.hasOwn(TYPES, asset) ? TYPES[asset] : undefined;
  if (type === undefined) return new Response("Not found", { status: 404 });
  const headers = { "content-type": type, "cache-control": `public, max-age=${DAY_S}` };
  if (asset === "start.js") return new Response(START, { headers });
  const path = join(process.cwd(), "node_modules", "swagger-ui-dist", asset);
  return new Response(await readFile(path, "utf8"), { headers });
}
