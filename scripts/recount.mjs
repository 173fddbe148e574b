import { spawn } from "node:child_process";
import { bundle } from "./bundle.mjs";
import { checkNode, ensureInstalled, projectNode, root } from "./install.mjs";

// npm run recount -- [workspace …]: bundles scripts/recount.ts and runs it with the project's Node.
checkNode();
await ensureInstalled({ development: false });
await bundle(["recount"]);
const args = ["--enable-source-maps", `${root}/dist/recount.mjs`, ...process.argv.slice(2)];
const child = spawn(projectNode(), args, { cwd: root, stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.once("exit", (code) => process.exit(code ?? 1));
