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
    const isFirst = "v1" in build.initialOptions.entryPoints;
    build.onLoad({ filter: /[\\/]widget[\\/].*\.tsx?$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const parts = await Promise.all(
        [...source.matchAll(CSS)].map(async ([all, rules]) => {
          const { code } = await build.esbuild.transform(rules, { loader: "css", minify: true });
          return [all, `\`${code.trim().replaceAll("\\", "\\\\")}\``];
        }),
      );
      const contents = parts.reduce((text, [all, short]) => text.replace(all, () => short), source);
      const there = isFirst ? whatIsThere(path) : "";
      return { contents: there + contents, loader: path.endsWith("x") ? "tsx" : "ts" };
    });
  },
};

/** What a first open does not need is built apart: shared with it, it would cut it into many files. */
const APART = {
  demo: "widget/demo/demo-inbox",
  banner: "widget/ui/mount-banner",
  toasts: "widget/ui/mount-toasts",
  preferences: "widget/ui/mount-preferences",
};
const apart = {
  name: "apart",
  setup(build) {
    build.onResolve({ filter: /\/(?:demo-inbox|mount-\w+)$/ }, ({ kind, path }) => {
      const name = Object.keys(APART).find((one) => APART[one].endsWith(path.replace("..", "")));
      if (kind === "dynamic-import" && name) return { path: `./${name}.js`, external: true };
    });
  },
};

/**
 * What comes after a part of the first open says that this part is there already: each part is then
 * one file, and not as many as there are ways to share it.
 */
const AFTER = {
  "widget/client/create-inbox": ["client/staying"],
  "widget/ui/mount": ["ui/parts", "ui/preferences", "ui/pick-time", "ui/reply-form"],
};
const whatIsThere = (path) => {
  const after = Object.keys(AFTER).find((one) =>
    AFTER[one].some((late) => path.includes(`widget/${late}.ts`)),
  );
  return after ? `import ${JSON.stringify(join(root, after))};` : "";
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

const entries = (sources) =>
  Object.fromEntries(Object.entries(sources).map(([name, source]) => [name, join(root, source)]));

/** esbuild's options for what /w/ serves: the loader with its chunks first, then what has a name. */
export const widgetBuilds = (outdir = WIDGET_OUT) => [
  { ...COMMON, outdir, entryPoints: entries({ v1: "widget/loader/v1" }) },
  { ...COMMON, outdir, entryPoints: entries(APART) },
  {
    ...COMMON,
    outdir,
    splitting: false,
    entryPoints: entries({ client: "widget/client/index", react: "widget/react/index" }),
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
