import { mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { root } from "./install.mjs";

/** Chunks of earlier builds stay this long: pages that were open meanwhile ask for them by name. */
const KEEP_CHUNKS_MS = 30 * 86_400_000;
const CHUNK = /-[A-Z0-9]{8}\.js$/;
const CSS = /\/\* css \*\/ `([^`$]*)`/g;

export const WIDGET_OUT = join(root, "dist", "widget");

/** The rules in the widget's sources, written to be read, are sent without their white space. */
const shortRules = {
  name: "short-rules",
  setup(build) {
    build.onLoad({ filter: /[\\/]widget[\\/].*\.tsx?$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const parts = await Promise.all(
        [...source.matchAll(CSS)].map(async ([all, rules]) => {
          const { code } = await build.esbuild.transform(rules, { loader: "css", minify: true });
          return [all, `\`${code.trim().replaceAll("\\", "\\\\")}\``];
        }),
      );
      const contents = parts.reduce((text, [all, short]) => text.replace(all, () => short), source);
      return { contents, loader: path.endsWith("x") ? "tsx" : "ts" };
    });
  },
};

/** The samples share code with the client, and would split it in two for everybody. */
const apart = {
  name: "apart",
  setup(build) {
    build.onResolve({ filter: /\/demo-inbox$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: "./demo.js", external: true } : null,
    );
  },
};

const COMMON = {
  absWorkingDir: root,
  entryNames: "[name]",
  chunkNames: "[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "browser",
  target: ["es2022"],
  minify: true,
  charset: "utf8",
  legalComments: "none",
  external: ["react"],
  define: { "process.env.NODE_ENV": '"production"' },
  logLevel: "warning",
  metafile: true,
  plugins: [shortRules, apart],
};

/**
 * esbuild's options for what /w/ serves: the loader with its chunks, and apart from it what pages
 * import by name. Built together, what both use would become one request more before the bell.
 */
export const widgetBuilds = (outdir = WIDGET_OUT) => [
  { ...COMMON, outdir, entryPoints: { v1: join(root, "widget/loader/v1.ts") } },
  {
    ...COMMON,
    outdir,
    splitting: false,
    entryPoints: {
      client: join(root, "widget/client/index.ts"),
      demo: join(root, "widget/demo/demo-inbox.ts"),
      react: join(root, "widget/react/index.tsx"),
    },
  },
];

/** Builds what /w/ serves; gives esbuild's account of the loader and its chunks. */
export async function bundleWidget(outdir = WIDGET_OUT) {
  const { build, stop } = await import("esbuild");
  await mkdir(outdir, { recursive: true });
  const [widget] = await Promise.all(widgetBuilds(outdir).map((options) => build(options)));
  await stop();
  await forgetOldChunks(outdir);
  return widget.metafile;
}

async function forgetOldChunks(outdir) {
  const until = Date.now() - KEEP_CHUNKS_MS;
  for (const name of await readdir(outdir)) {
    if (!CHUNK.test(name)) continue;
    const file = join(outdir, name);
    if ((await stat(file)).mtimeMs < until) await rm(file);
  }
}
