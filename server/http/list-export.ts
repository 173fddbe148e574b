import "server-only";
import { z } from "zod";
import { paramsOf } from "@/core/filter/address";
import { type ListAddress, type ListSpec, readListAddress } from "@/core/filter/list-address";
import type { WorkspaceId } from "@/core/ids";
import type { Instant } from "@/core/time";
import type { Page, PageOf } from "@/db/queries/page";
import { findMember, type Member } from "@/server/auth/session";
import { viewer } from "@/server/auth/viewer";
import { ctx } from "@/server/boot";
import { nowOf } from "@/server/clock/clock";
import { csvLine, csvResponse } from "./csv";

const BATCH_ROWS = 500;
/** More is asked for by filters. */
const EXPORT_ROWS_MAX = 1_000_000;
const CHOSEN_MAX = 10_000;
const QUERY_MAX = 4_000;

type Cells = readonly (string | number | null)[];

/** Who asks, when, and by which clock: `planned less than a day ago`. */
export type ExportReader = { member: Member; now: Instant; viewerZone: string };

type ListExport<Row> = {
  /** In the file's name. */
  name: string;
  spec: ListSpec;
  /** What an id of a row is. */
  id: z.ZodType<string, string>;
  head: readonly string[];
  /** One line for each row, in their order. */
  cells: (workspaceId: WorkspaceId, rows: readonly Row[]) => Promise<Cells[]> | Cells[];
  /** How the pages of the list are read that this address shows. */
  filtered: (
    reader: ExportReader,
    address: ListAddress,
  ) => Promise<(page: Page) => Promise<PageOf<Row>>>;
  /** These rows; ids of other workspaces find nothing. */
  chosen: (workspaceId: WorkspaceId, ids: readonly string[]) => Promise<readonly Row[]>;
};

type Context = { params: Promise<{ workspace: string }> };
type Answer = (request: Request, context: Context) => Promise<Response>;

/**
 * The route of a list's export as CSV. GET gives the list of the address; POST gives chosen rows,
 * whose ids do not fit into an address, and changes nothing. 404 for who is no member of the
 * workspace, 422 for a choice that cannot be read.
 */
export function listExport<Row>(list: ListExport<Row>): { GET: Answer; POST: Answer } {
  const { id, name, spec, filtered, chosen } = list;
  const Chosen = z.union([
    z.object({ query: z.string().max(QUERY_MAX) }),
    z.object({
      ids: z
        .string()
        .transform((text) => text.split(","))
        .pipe(z.array(id).max(CHOSEN_MAX)),
    }),
  ]);
  const unknown = () => new Response("There is no such workspace.", { status: 404 });
  const file = ({ workspace }: Member, lines: AsyncGenerator<string>) =>
    csvResponse(`${name}-${workspace.slug}.csv`, lines);

  async function byQuery(member: Member, query: string): Promise<Response> {
    const { workspaceId, workspace } = member;
    const [now, { zone }] = await Promise.all([
      nowOf(ctx.db, workspaceId),
      viewer(workspace.timeZone),
    ]);
    const address = readListAddress(spec, paramsOf(query));
    const read = await filtered({ member, now, viewerZone: zone }, address);
    return file(member, lines(list, workspaceId, pages(read)));
  }

  return {
    GET: async (request, { params }) => {
      const member = await findMember((await params).workspace);
      return member ? byQuery(member, new URL(request.url).search) : unknown();
    },
    POST: async (request, { params }) => {
      const member = await findMember((await params).workspace);
      if (!member) return unknown();
      const given = Chosen.safeParse(Object.fromEntries(await request.formData()));
      if (!given.success) return new Response("Choose rows to export.", { status: 422 });
      if ("query" in given.data) return byQuery(member, given.data.query);
      const { workspaceId } = member;
      const batches = batchesOf(given.data.ids, (some) => chosen(workspaceId, some));
      return file(member, lines(list, workspaceId, batches));
    },
  };
}

async function* lines<Row>(
  { head, cells }: Pick<ListExport<Row>, "head" | "cells">,
  workspaceId: WorkspaceId,
  batches: AsyncGenerator<readonly Row[]>,
): AsyncGenerator<string> {
  yield csvLine(head);
  for await (const rows of batches) {
    yield (await cells(workspaceId, rows)).map(csvLine).join("");
  }
}

/** All pages in their order, each read when the one before was taken. */
async function* pages<Row>(
  read: (page: Page) => Promise<PageOf<Row>>,
): AsyncGenerator<readonly Row[]> {
  let cursor: string | undefined;
  for (let sent = 0; sent < EXPORT_ROWS_MAX; sent += BATCH_ROWS) {
    const { rows, nextCursor } = await read({ limit: BATCH_ROWS, cursor });
    yield rows;
    if (nextCursor === null) return;
    cursor = nextCursor;
  }
}

async function* batchesOf<Row>(
  ids: readonly string[],
  read: (ids: readonly string[]) => Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  for (let from = 0; from < ids.length; from += BATCH_ROWS) {
    yield await read(ids.slice(from, from + BATCH_ROWS));
  }
}
