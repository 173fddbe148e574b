import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./install.mjs";

/** Programs of the project that run outside Next, by the name of their file in dist/. */
export const PROGRAMS = {
  launch: "scripts/launch.ts",
  worker: "jobs/worker.ts",
  bench: "bench/main.ts",
  workflows: "scripts/workflows.ts",
  recount: "scripts/recount.ts",
};

/**
 * esbuild's options for some programs. Bundled because Node 24 takes seconds and hundreds of
 * megabytes to link drizzle-orm's modules one by one; a bundle starts in a third of a second.
 */
export function options(names) {
  const entryPoints = Object.fromEntries(
    names.map((name) => [name, join(root, PROGRAMS[name])]).filter(([, file]) => existsSync(file)),
  );
  return {
    entryPoints,
    absWorkingDir: root,
    outdir: join(root, "dist"),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node24",
    sourcemap: true,
    logLevel: "warning",
    alias: { "server-only": join(root, "scripts/empty.ts") },
    external: ["pg-native", "@playwright/test", "@sparticuz/chromium"],
    banner: {
      js: 'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);',
    },
  };
}

/** Bundles programs into dist/. esbuild comes from node_modules, so it is loaded only here. */
export async function bundle(names) {
  const { build, stop } = await import("esbuild");
  await build(options(names));
  await stop();
}
