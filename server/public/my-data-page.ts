import { inTransaction } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { findErasureRequest } from "@/db/queries/erasure-requests";
import type { Ctx } from "@/server/context";
import { jsonFile } from "@/server/http/json-file";
import { isAllowed } from "@/server/http/rate-limit";
import { newId } from "@/server/new-id";
import { askErasure } from "@/server/people/erasure-requests";
import { exportPerson } from "@/server/people/export-person";
import { problemPage, withReader } from "./guard";
import { type Html, html } from "./html";
import type { Reader } from "./link";
import { brandedPage, publicHeaders } from "./page";
import { fieldOf, readForm } from "./read-form";
import { readerMoment } from "./reader-format";
import { publicWords } from "./words";

/** Reading everything about somebody is more work than a page. */
export const DOWNLOADS_PER_MINUTE = 3;

/** What a person may ask about what is kept of them. Changes nothing. */
export const showMyData = (ctx: Ctx, request: Request, token: string): Promise<Response> =>
  withReader(ctx, request, token, (reader) =>
    offersAny(reader) ? page(ctx, reader, token) : problemPage(request, "unknown"),
  );

/** Gives the file, or asks for erasure in two steps; only what the workspace offers. */
export const askMyData = (ctx: Ctx, request: Request, token: string): Promise<Response> =>
  withReader(ctx, request, token, async (reader) => {
    if (!offersAny(reader)) return problemPage(request, "unknown");
    const { canDownload, canAskErasure } = reader.workspace.personSide;
    const wish = fieldOf(await readForm(request), "do");
    if (wish === "download" && canDownload) return download(ctx, request, reader);
    if (wish === "erase" && canAskErasure) return sure(reader, token);
    if (wish === "erase_surely" && canAskErasure) {
      await askErasure(ctx, { workspaceId: reader.workspaceId, personId: reader.person.id });
    }
    return page(ctx, reader, token);
  });

const offersAny = ({ workspace: { personSide } }: Reader): boolean =>
  personSide.canDownload || personSide.canAskErasure;

async function download(ctx: Ctx, request: Request, reader: Reader): Promise<Response> {
  const { workspaceId, person, locale, zone } = reader;
  if (!(await isAllowed(`public:download:${workspaceId}:${person.id}`, DOWNLOADS_PER_MINUTE))) {
    return problemPage(request, "busy", { "retry-after": "60" });
  }
  const kept = await exportPerson(ctx, workspaceId, person.id, { locale, zone });
  if (!kept) return problemPage(request, "unknown");
  const actor = { kind: "person" as const, id: person.id, name: person.name };
  const action = "person.data_downloaded";
  await inTransaction(ctx.db, (tx) =>
    audit(tx, workspaceId, { id: newId(), actor, action, target: person.id }),
  );
  const file = jsonFile(`my-data-${person.id}.json`, kept);
  for (const [name, value] of Object.entries(publicHeaders())) file.headers.set(name, value);
  return file;
}

async function page(ctx: Ctx, reader: Reader, token: string): Promise<Response> {
  const { workspaceId, workspace, person, locale } = reader;
  const words = publicWords(locale).myData;
  const { canDownload, canAskErasure } = workspace.personSide;
  const title = words.title(workspace.name);
  const main = html`<h1>${title}</h1>
${canDownload && downloadSection(locale)}
${canAskErasure && erasureSection(reader, await findErasureRequest(ctx.db, workspaceId, person.id))}
<p><a class="link" href="/p/${token}">${words.back}</a></p>`;
  return brandedPage(reader, { title, main });
}

function downloadSection(locale: string): Html {
  const { heading, text, button } = publicWords(locale).myData.download;
  return html`<section class="topic"><h2>${heading}</h2>
<p>${text}</p>
<form method="post"><button type="submit" name="do" value="download">${button}</button></form></section>
`;
}

type Asked = Awaited<ReturnType<typeof findErasureRequest>>;

function erasureSection({ workspace, locale, zone, now }: Reader, asked: Asked): Html {
  const { erase } = publicWords(locale).myData;
  const momentOf = (at: Date) => readerMoment(at.getTime(), zone, locale, now);
  const waits = asked !== undefined && asked.declinedAt === null;
  return html`<section class="topic"><h2>${erase.heading}</h2>
${asked?.declinedAt && html`<p>${erase.declined(momentOf(asked.declinedAt))}</p>`}
${
  waits
    ? html`<p class="status" role="status">${erase.asked(momentOf(asked.askedAt))}</p>
<p>${erase.askedText(workspace.name)}</p>`
    : html`<p>${erase.text(workspace.name)}</p>
<form method="post"><button type="submit" name="do" value="erase" class="quiet">${erase.button}</button></form>`
}</section>
`;
}

function sure(reader: Reader, token: string): Response {
  const { erase } = publicWords(reader.locale).myData;
  return brandedPage(reader, {
    title: erase.sureTitle,
    main: html`<h1>${erase.sureTitle}</h1>
<p>${erase.sure(reader.workspace.name)}</p>
<form method="post"><button type="submit" name="do" value="erase_surely">${erase.confirm}</button></form>
<p><a class="link" href="/p/${token}/my-data">${erase.keep}</a></p>`,
  });
}
