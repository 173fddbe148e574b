import { spawn } from "node:child_process";
import { bundle } from "./bundle.mjs";
import { checkNode, ensureInstalled, projectNode, root } from "./install.mjs";

// npm run workflows -- pull|push|diff: bundles scripts/workflows.ts and runs it with the project's Node,
// in the folder the command was given in.
checkNode();
await ensureInstalled({ development: false });
await bundle(["workflows"]);
const args = ["--enable-source-maps", `${root}/dist/workflows.mjs`, ...process.argv.slice(2)];
const cwd = process.env.INIT_CWD ?? process.cwd();
const child = spawn(projectNode(), args, { cwd, stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.once("exit", (code) => process.exit(code ?? 1));
