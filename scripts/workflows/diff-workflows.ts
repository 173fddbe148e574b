import { changesTo } from "./compare";
import { isAskedFor, type Job } from "./job";
import { readLocal } from "./local-files";
import { findRemote, listRemote } from "./remote";

/** Shows what pushing would change. Gives 1 when there is something, or a file is wrong. */
export async function diffWorkflows(job: Job): Promise<number> {
  const { api, dir, say } = job;
  let different = 0;
  const local = readLocal(dir);
  for (const one of local) {
    if (!one.ok) {
      for (const error of one.errors) say(`✖ ${error}`);
      different += 1;
      continue;
    }
    const { key } = one.document;
    if (!isAskedFor(job, key)) continue;
    const remote = await findRemote(api, key);
    const changes = changesTo(remote, one.document);
    if (changes.length === 0) continue;
    different += 1;
    say(`${remote ? "~" : "+"} ${one.file}`);
    for (const line of changes) say(`  ${line}`);
  }
  const here = new Set(local.map((one) => (one.ok ? one.document.key : "")));
  for (const key of await listRemote(api)) {
    if (isAskedFor(job, key) && !here.has(key)) say(`? ${key} is only in the workspace`);
  }
  if (different === 0) say("Nothing differs.");
  return different === 0 ? 0 : 1;
}
