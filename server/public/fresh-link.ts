import { LINK_DAYS_MAX } from "@/core/delivery/link-days";
import { inTransaction } from "@/db/client";
import { countLately } from "@/db/queries/address-changes";
import { audit } from "@/db/queries/audit";
import { lockPerson } from "@/db/queries/people-writes";
import type { Ctx } from "@/server/context";
import { isAllowed } from "@/server/http/rate-limit";
import { addressOnFile } from "@/server/letters/write-letter";
import { newId } from "@/server/new-id";
import { html } from "./html";
import type { Reader } from "./link";
import { maskAddress } from "./mask";
import { brandedPage } from "./page";
import { fieldOf, readForm } from "./read-form";
import { addressOf } from "./visit";
import { publicWords } from "./words";

/** Fresh links a person is sent within a day, whoever asks for them. */
export const FRESH_LINKS_PER_DAY = 3;
const DAY_HOURS = 24;
/** Requests of one address a minute for fresh links. */
export const FRESH_REQUESTS_PER_MINUTE = 5;

const GONE = 410;

export type Expired = { link: Reader; revoked: boolean };

/**
 * The page of a link whose time is over: a button sends a fresh one to the address on file. It says
 * the same whether there is one, and whether too many were asked for. Whose address changed since is
 * shown nothing of the new one: the link may be in other hands.
 */
export async function expiredPage(ctx: Ctx, request: Request, expired: Expired): Promise<Response> {
  if (request.method !== "POST") return offer(ctx, expired);
  if (fieldOf(await readForm(request), "fresh") !== "1") return offer(ctx, expired);
  if (await isAllowed(`public:fresh:${addressOf(request)}`, FRESH_REQUESTS_PER_MINUTE)) {
    await askFreshLink(ctx, expired.link);
  }
  const words = publicWords(expired.link.locale).freshLink;
  return brandedPage(expired.link, {
    title: words.sentTitle,
    main: html`<h1>${words.sentTitle}</h1>
<p role="status">${words.sent(LINK_DAYS_MAX)}</p>`,
  });
}

async function offer(ctx: Ctx, { link, revoked }: Expired): Promise<Response> {
  const { workspaceId, person, locale } = link;
  const { freshLink, problem } = publicWords(locale);
  const { title } = problem.expired;
  const address = revoked ? null : await addressOnFile(ctx.db, workspaceId, person.id);
  const main = html`<h1>${title}</h1>
<p class="lead">${freshLink.lead(address && maskAddress(address))}</p>
<form method="post">
<button type="submit" name="fresh" value="1">${freshLink.send}</button>
</form>`;
  return brandedPage(link, { title, main }, GONE);
}

async function askFreshLink(ctx: Ctx, { workspaceId, person }: Reader): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    if (!(await lockPerson(tx, workspaceId, person.id))) return;
    const action = "person.link_asked";
    const asked = await countLately(tx, workspaceId, person.id, action, DAY_HOURS);
    if (asked >= FRESH_LINKS_PER_DAY) return;
    const actor = { kind: "person" as const, id: person.id, name: person.name };
    await audit(tx, workspaceId, { id: newId(), actor, action, target: person.id });
    await ctx.enqueue(tx, "person.letter", {
      workspaceId,
      personId: person.id,
      id: newId(),
      letter: { kind: "fresh_link" },
    });
  });
}
