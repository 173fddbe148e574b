import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { apiClient } from "./workflows/api-client";
import { diffWorkflows } from "./workflows/diff-workflows";
import type { Job } from "./workflows/job";
import { pullWorkflows } from "./workflows/pull-workflows";
import { pushWorkflows } from "./workflows/push-workflows";

const USAGE = `Workflows as files, to be kept in git.

  npm run workflows -- pull            writes every workflow of the workspace as a file
  npm run workflows -- push            makes what the files say the workspace's drafts
  npm run workflows -- diff            shows what push would change; ends with 1 if there is something

  --dir <folder>      where the files are (default: workflows)
  --key <key>         only this workflow; may be given several times
  --url <address>     the installation (default: FOLLOWTHROUGH_URL, or http://localhost:3000)
  --publish           push: publish too; open cases finish on their version
  --note <text>       push --publish: what changed, for the list of versions
  --force             push: also over changes made since the last pull

The API key of the workspace is read from FOLLOWTHROUGH_API_KEY.`;

const COMMANDS = { pull: pullWorkflows, push: pushWorkflows, diff: diffWorkflows };

const say = (line: string) => process.stdout.write(`${line}\n`);

function refuse(sentence: string): never {
  process.stderr.write(`✖ ${sentence}\n\n${USAGE}\n`);
  process.exit(2);
}

function readCommand() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        dir: { type: "string", default: "workflows" },
        key: { type: "string", multiple: true, default: [] },
        url: { type: "string", default: process.env.FOLLOWTHROUGH_URL ?? "http://localhost:3000" },
        publish: { type: "boolean", default: false },
        note: { type: "string" },
        force: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

async function main(): Promise<number> {
  const { values, positionals } = readCommand();
  const [name, ...more] = positionals;
  if (values.help) {
    say(USAGE);
    return 0;
  }
  if (name === undefined || more.length > 0 || !Object.hasOwn(COMMANDS, name)) {
    refuse("Say one of pull, push and diff.");
  }
  const apiKey = process.env.FOLLOWTHROUGH_API_KEY;
  if (!apiKey) refuse("FOLLOWTHROUGH_API_KEY is not set.");
  const { dir, key, url, publish, note, force } = values;
  const job: Job = {
    api: apiClient({ url, apiKey }),
    dir: resolve(dir),
    url,
    keys: key,
    publish,
    note,
    force,
    say,
  };
  return COMMANDS[name as keyof typeof COMMANDS](job);
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`✖ ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
