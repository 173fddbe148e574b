import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";

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
};

type Served = { etag: string; plain: Buffer; gzip: Buffer; br: Buffer };
const served = new Map<string, Promise<Served>>();

/** A file of the widget, with the headers that let any page load it as a module. */
export async function serveWidget(
  request: Request,
  name: string,
  folder: string = FOLDER,
): Promise<Response> {
  const file = NAME.test(name) ? await load(join(folder, name)) : null;
  if (!file) {
    return new Response("Not found\n", {
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
    vary: "Accept-Encoding",
  });
  if (request.headers.get("if-none-match")?.replace(/^W\//, "") === file.etag) {
    return new Response(null, { status: 304, headers });
  }
  const encoding = encodingFor(request.headers.get("accept-encoding") ?? "");
  if (encoding !== "plain") headers.set("content-encoding", encoding);
  return new Response(new Uint8Array(file[encoding]), { headers });
}

const encodingFor = (accepted: string): "br" | "gzip" | "plain" =>
  /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : "plain";

async function load(path: string): Promise<Served | null> {
  const kept = process.env.NODE_ENV === "production" ? served.get(path) : undefined;
  const loading = kept ?? compressed(path);
  served.set(path, loading);
  return loading.catch(() => {
    served.delete(path);
    return null;
  });
}

async function compressed(path: string): Promise<Served> {
  const plain = await readFile(path);
  const [zipped, br] = await Promise.all([
    promisify(gzip)(plain, { level: 9 }),
    promisify(brotliCompress)(plain),
  ]);
  const etag = `"${createHash("sha256").update(plain).digest("base64url").slice(0, 27)}"`;
  return { etag, plain, gzip: zipped, br };
}
