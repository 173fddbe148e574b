import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { isPackedFor } from "./packing";

const FOLDER = join(process.cwd(), "dist", "widget");
const NAME = /^[a-z][a-z0-9-]*(-[A-Z0-9]{8})?(\.d\.ts|\.js)$/;
/** For names without a hash: how long a page may use the one before. */
const FRESH_S = 300;

/** Module scripts of other origins are fetched with CORS, and nothing here is anybody's own. */
const OPEN = {
  "access-control-allow-origin": "*",
  "cross-origin-resource-policy": "cross-origin",
  "timing-allow-origin": "*",
  "x-content-type-options": "nosniff",
  vary: "Accept-Encoding",
};

const NOT_FOUND = new TextEncoder().encode("Not found\n");

type Body = Uint8Array<ArrayBuffer>;
type Served = { etag: string; plain: Body; packed: Body };
const served = new Map<string, Promise<Served>>();

/**
 * A file of the widget, with the headers that let any page load it as a module; packed for whoever takes
 * it so, though not the answer but Next's configuration says it.
 */
export async function serveWidget(
  request: Request,
  name: string,
  folder: string = FOLDER,
): Promise<Response> {
  const file = NAME.test(name) ? await load(join(folder, name)) : null;
  if (!file) {
    return new Response(isPackedFor(request) ? await packed(NOT_FOUND) : NOT_FOUND, {
      status: 404,
      headers: { ...OPEN, "cache-control": "no-store", "content-type": "text/plain" },
    });
  }
  const isChunk = NAME.exec(name)?.[1] !== undefined;
  const headers = new Headers({
    ...OPEN,
    "content-type": name.endsWith(".js") ? "text/javascript; charset=utf-8" : "text/plain",
    "cache-control": isChunk ? "public, max-age=31536000, immutable" : `public, max-age=${FRESH_S}`,
    etag: file.etag,
  });
  if (request.headers.get("if-none-match")?.replace(/^W\//, "") === file.etag) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(isPackedFor(request) ? file.packed : file.plain, { headers });
}

async function load(path: string): Promise<Served | null> {
  const kept = process.env.NODE_ENV === "production" ? served.get(path) : undefined;
  const loading = kept ?? read(path);
  served.set(path, loading);
  return loading.catch(() => {
    served.delete(path);
    return null;
  });
}

async function read(path: string): Promise<Served> {
  const plain = new Uint8Array(await readFile(path));
  const etag = `"${createHash("sha256").update(plain).digest("base64url").slice(0, 27)}"`;
  return { etag, plain, packed: await packed(plain) };
}

const packed = async (body: Body): Promise<Body> =>
  new Uint8Array(await promisify(gzip)(body, { level: 9 }));
