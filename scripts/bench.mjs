import { spawn } from "node:child_process";
import { bundle } from "./bundle.mjs";
import { checkNode, ensureInstalled, projectNode, root } from "./install.mjs";

// npm run bench -- <args>: bundles bench/main.ts and the worker it measures, runs them with the project's Node.
checkNode();
await ensureInstalled({ development: false });
await bundle(["bench", "worker"]);
const args = ["--enable-source-maps", "--expose-gc", "dist/bench.mjs", ...process.argv.slice(2)];
const child = spawn(projectNode(), args, { cwd: root, stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.once("exit", (code) => process.exit(code ?? 1));
