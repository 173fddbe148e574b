import { readdirSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";

/**
 * A site that is not ours and has the inbox in its pages: another origin, its own sign-in, its own
 * server that asks for tokens. `GET /sign-in?person=` is its whole sign-in; each file of `pages/` is a
 * page, in which `{{followthrough}}` stands for where Followthrough runs, and three more are made of
 * `plain`: one under a strict policy, one whose server refuses, and the demo.
 */
const PORT = Number(process.env.PORT ?? 4000);
const FOLLOWTHROUGH = process.env.FOLLOWTHROUGH_URL ?? "http://localhost:3000";
const API_KEY = process.env.FOLLOWTHROUGH_API_KEY ?? "";

const folder = import.meta.dirname;
const TYPES = { html: "text/html", css: "text/css", js: "text/javascript" } as const;
type Type = keyof typeof TYPES;

const pageOf = (file: string) =>
  readFileSync(join(folder, "pages", file), "utf8").replaceAll("{{followthrough}}", FOLLOWTHROUGH);
const plain = pageOf("plain.html");
const TOKEN_URL = 'token-url="/api/inbox-token"';

const pages = new Map([
  ...readdirSync(join(folder, "pages")).map(
    (file) => [`/${file.replace(/\.html$/, "")}`, pageOf(file)] as const,
  ),
  ["/strict-csp", plain],
  ["/refuses", plain.replace(TOKEN_URL, 'token-url="/api/refuses"')],
  ["/demo", plain.replace(TOKEN_URL, "demo")],
]);
const style = readFileSync(join(folder, "site.css"), "utf8");

/** What a careful site allows: its own files and Followthrough's, nothing inline, no markup from scripts. */
const STRICT = [
  "default-src 'none'",
  `script-src 'self' ${FOLLOWTHROUGH}`,
  "style-src 'self'",
  `connect-src 'self' ${FOLLOWTHROUGH}`,
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
].join("; ");

/** Our React wrapper is one file that a site keeps beside its own; this one fetches it when it is built. */
const followthrough: Plugin = {
  name: "followthrough",
  setup(at) {
    at.onResolve({ filter: /^\.\/followthrough\.js$/ }, () => ({
      path: "react.js",
      namespace: "w",
    }));
    at.onLoad({ filter: /.*/, namespace: "w" }, async ({ path }) => ({
      contents: await (await fetch(`${FOLLOWTHROUGH}/w/${path}`)).text(),
      resolveDir: folder,
    }));
  },
};

let app: Promise<string> | undefined;

async function bundled(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(folder, file)],
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"', FOLLOWTHROUGH_URL: `"${FOLLOWTHROUGH}"` },
    plugins: [followthrough],
  });
  return outputFiles[0]?.text ?? "";
}

function send(response: ServerResponse, type: Type, text: string, headers = {}): void {
  response.writeHead(200, { "content-type": `${TYPES[type]}; charset=utf-8`, ...headers });
  response.end(text);
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(JSON.stringify(value));
}

/** Who is signed in here: real sites ask their session. */
const personOf = (request: IncomingMessage): string | null =>
  /(?:^|;\s*)person=([^;]+)/.exec(request.headers.cookie ?? "")?.[1] ?? null;

/** The one line that a site's server needs: a token for whoever is signed in, for pages of this origin. */
async function token(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const personId = personOf(request);
  if (personId === null) return sendJson(response, 401, { error: "Sign in first." });
  const origin = `http://${request.headers.host}`;
  const answer = await fetch(`${FOLLOWTHROUGH}/api/v1/inbox/token`, {
    method: "POST",
    headers: { authorization: `Bearer ${API_KEY}`, "content-type": "application/json" },
    body: JSON.stringify({ personId: decodeURIComponent(personId), origin }),
  });
  sendJson(response, answer.status, await answer.json());
}

function signIn(url: URL, response: ServerResponse): void {
  const person = encodeURIComponent(url.searchParams.get("person") ?? "");
  const life = person === "" ? "; Max-Age=0" : "";
  response.writeHead(303, {
    "set-cookie": `person=${person}; Path=/; HttpOnly; SameSite=Lax${life}`,
    location: url.searchParams.get("next") ?? "/plain",
  });
  response.end();
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://host.invalid");
  const page = pages.get(url.pathname);
  if (page !== undefined) {
    const policy = url.pathname === "/strict-csp" ? { "content-security-policy": STRICT } : {};
    return send(response, "html", page, policy);
  }
  switch (url.pathname) {
    case "/":
      return sendJson(response, 200, [...pages.keys()]);
    case "/site.css":
      return send(response, "css", style);
    case "/react-app.js":
      app ??= bundled("react-app.tsx");
      return send(response, "js", await app);
    case "/sign-in":
      return signIn(url, response);
    case "/api/inbox-token":
      return token(request, response);
    case "/api/refuses":
      return sendJson(response, 500, { error: "This server has a bad day." });
    default:
      return sendJson(response, 404, { error: "There is no such page." });
  }
}

createServer((request, response) => {
  answer(request, response).catch((error: unknown) =>
    sendJson(response, 502, { error: String(error) }),
  );
}).listen(PORT, "127.0.0.1");
