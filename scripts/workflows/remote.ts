import { z } from "zod";
import { Key } from "@/core/ids";
import type { ApiClient } from "./api-client";
import { ApiRefusal } from "./api-client";

const PAGE = 200;
const PAGES_MAX = 100;

const Page = z.object({
  data: z.array(z.object({ key: Key, status: z.string() })),
  nextCursor: z.string().nullable(),
});

const Json = z.record(z.string(), z.unknown());

const Remote = z.object({
  key: Key,
  name: z.string(),
  hasDraft: z.boolean(),
  draft: Json.nullable(),
  definition: Json.nullable(),
  templates: Json,
  scenarios: z.array(z.unknown()),
  etag: z.string(),
});

/** A workflow as a file holds it. */
export type FileDocument = {
  key: string;
  name: string;
  definition: unknown;
  templates?: Record<string, unknown> | undefined;
  scenarios?: readonly unknown[] | undefined;
};

export type RemoteWorkflow = { document: FileDocument; etag: string; hasDraft: boolean };

/** The keys of a workspace's workflows but for the archived ones. */
export async function listRemote(api: ApiClient): Promise<string[]> {
  const keys: string[] = [];
  let cursor: string | null = null;
  for (let n = 0; n < PAGES_MAX; n++) {
    const after: string = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const page = Page.parse(await api("GET", `/workflows?limit=${PAGE}${after}`));
    keys.push(...page.data.filter(({ status }) => status !== "archived").map(({ key }) => key));
    cursor = page.nextCursor;
    if (cursor === null) return keys.sort();
  }
  throw new Error(`The workspace has more than ${PAGE * PAGES_MAX} workflows.`);
}

export const pathOf = (key: string): string => `/workflows/${encodeURIComponent(key)}`;

/** A workflow as it is written now: its draft, or what is live. Null where there is none. */
export async function findRemote(api: ApiClient, key: string): Promise<RemoteWorkflow | null> {
  try {
    return remoteOf(await api("GET", pathOf(key)));
  } catch (error) {
    if (error instanceof ApiRefusal && error.status === 404) return null;
    throw error;
  }
}

export function remoteOf(answer: unknown): RemoteWorkflow {
  const { key, name, draft, definition, templates, scenarios, etag, hasDraft } =
    Remote.parse(answer);
  const document = { key, name, definition: draft ?? definition, templates, scenarios };
  return { document, etag, hasDraft };
}
