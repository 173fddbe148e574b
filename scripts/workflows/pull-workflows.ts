import { fileOf } from "./document-text";
import { isAskedFor, type Job } from "./job";
import { writeLocal } from "./local-files";
import { findRemote, listRemote } from "./remote";
import { KnownRevisions } from "./revisions";

/** Writes each workflow of the workspace to its file. Gives the code to exit with. */
export async function pullWorkflows(job: Job): Promise<number> {
  const { api, dir, keys, say } = job;
  const there = keys.length > 0 ? keys : await listRemote(api);
  let missing = 0;
  for (const key of there.filter((one) => isAskedFor(job, one))) {
    const remote = await findRemote(api, key);
    if (!remote) {
      say(`✖ ${key}: there is no such workflow`);
      missing += 1;
      continue;
    }
    const { name, text } = fileOf(remote.document);
    const done = writeLocal(dir, name, text);
    new KnownRevisions(job).keep(key, remote.etag);
    say(`${{ new: "+", changed: "~", same: "=" }[done]} ${name}`);
  }
  if (there.length === 0) say("The workspace has no workflows.");
  return missing === 0 ? 0 : 1;
}
