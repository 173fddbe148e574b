import { z } from "zod";
import { ApiRefusal } from "./api-client";
import { changesTo } from "./compare";
import { isAskedFor, type Job } from "./job";
import { type LocalFile, readLocal } from "./local-files";
import { findRemote, pathOf, type RemoteWorkflow, remoteOf } from "./remote";
import { KnownRevisions } from "./revisions";

type Readable = Extract<LocalFile, { ok: true }>;

const PRECONDITION_FAILED = 412;

/**
 * Makes what the files say the drafts of the workspace, and publishes them where that is asked for. A
 * file that is wrong or refused does not keep the others from going on. Gives 1 when there was one.
 */
export async function pushWorkflows(job: Job): Promise<number> {
  let failed = 0;
  for (const one of readLocal(job.dir)) {
    if (!one.ok) {
      for (const error of one.errors) job.say(`✖ ${error}`);
      failed += 1;
      continue;
    }
    if (!isAskedFor(job, one.document.key)) continue;
    try {
      if (!(await pushOne(job, one))) failed += 1;
    } catch (error) {
      if (!(error instanceof ApiRefusal)) throw error;
      for (const line of refusalLines(one, error)) job.say(`✖ ${line}`);
      failed += 1;
    }
  }
  return failed === 0 ? 0 : 1;
}

/** False when the draft is not published because it is somebody else's by now. */
async function pushOne(job: Job, { file, document, unused }: Readable): Promise<boolean> {
  const { api, say } = job;
  const { key } = document;
  let remote = await findRemote(api, key);
  const revisions = new KnownRevisions(job);
  const changes = changesTo(remote, document);
  if (changes.length === 0) say(`= ${file}`);
  else {
    say(`${remote ? "~" : "+"} ${file}`);
    for (const line of changes) say(`  ${line}`);
    const etag = remote && ((!job.force && revisions.of(key)) || remote.etag);
    const headers: Record<string, string> = etag ? { "if-match": etag } : {};
    remote = remoteOf(await api("PUT", pathOf(key), { body: document, headers }));
  }
  for (const name of unused) say(`  ${file}: templates.${name} is not used, and was left out`);
  if (remote) revisions.keep(key, remote.etag);
  if (job.publish && remote?.hasDraft && !(await publish(job, key, remote.etag, revisions))) {
    say(
      `✖ ${file}: ${key} was changed in the workspace since it was pushed, and is not published: pull it first`,
    );
    return false;
  }
  return true;
}

const Preview = z.object({ confirmToken: z.string() });
const Published = z.object({ version: z.int() });

/** Publishes the draft that was pushed, and no other. */
async function publish(
  job: Job,
  key: string,
  pushed: string,
  revisions: KnownRevisions,
): Promise<boolean> {
  const { api, note, say } = job;
  const path = `${pathOf(key)}/publish`;
  const { confirmToken } = Preview.parse(await api("POST", `${path}?preview=true`, { body: {} }));
  // The token stands for the draft of the preview, and revisions only rise: still the same one now,
  // the preview's draft is what was pushed.
  if ((await findRemote(api, key))?.etag !== pushed) return false;
  const body = { confirmToken, inFlight: "finish", ...(note !== undefined && { note }) };
  const { version } = Published.parse(await api("POST", path, { body }));
  say(`  published as v${version}`);
  const after: RemoteWorkflow | null = await findRemote(api, key);
  if (after) revisions.keep(key, after.etag);
  return true;
}

function refusalLines({ file, document }: Readable, refusal: ApiRefusal): string[] {
  if (refusal.status === PRECONDITION_FAILED) {
    return [
      `${file}: ${document.key} was changed in the workspace since it was last pulled or pushed from here: pull it first, or push with --force`,
    ];
  }
  return [
    `${file}: ${refusal.message}`,
    ...refusal.errors.map(({ path, message }) => `${file}: ${path}: ${message}`),
  ];
}
