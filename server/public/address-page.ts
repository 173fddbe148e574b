import { z } from "zod";
import { toE164 } from "@/core/contracts/phone";
import { findAddressChange, type WrittenChannel } from "@/db/queries/address-changes";
import { listContactPoints } from "@/db/queries/people";
import type { Ctx } from "@/server/context";
import { CODE_MINUTES_MAX, CODE_MS_MAX, CODE_TRIES_MAX } from "@/server/letters/address-code";
import { personPath } from "@/server/links/person-link";
import {
  askAddressChange,
  confirmAddressChange,
  dropAddressChange,
} from "@/server/people/address-change";
import { withReader } from "./guard";
import { type Html, html } from "./html";
import type { Reader } from "./link";
import { maskAddress } from "./mask";
import { brandedPage } from "./page";
import { fieldOf, readForm } from "./read-form";
import { publicWords } from "./words";

const WAYS = ["email", "sms"] as const satisfies readonly WrittenChannel[];
const MISSING = 422;
const TOO_MANY = 429;

const Email = z.email().max(254);

/** What was wrong with what was sent, and where. */
type Problem = { channel: WrittenChannel; at: "address" | "code"; text: string; typed?: string };

/** Where this person is reached, with a way to say another address. Changes nothing. */
export const showAddress = (ctx: Ctx, request: Request, token: string): Promise<Response> =>
  withReader(ctx, request, token, (reader) => page(ctx, reader, token));

/** Asks for a code, takes one, or gives up a change that waits for one. */
export const changeAddress = (ctx: Ctx, request: Request, token: string): Promise<Response> =>
  withReader(ctx, request, token, async (reader) => {
    const form = await readForm(request);
    const channel = WAYS.find((way) => way === fieldOf(form, "way"));
    if (!channel) return page(ctx, reader, token);
    if (form.has("code")) return confirm(ctx, reader, token, channel, fieldOf(form, "code"));
    if (form.has("address")) return ask(ctx, reader, token, channel, fieldOf(form, "address"));
    await dropAddressChange(ctx, whoseOf(reader, channel));
    return page(ctx, reader, token);
  });

const whoseOf = ({ workspaceId, person }: Reader, channel: WrittenChannel) => ({
  workspaceId,
  personId: person.id,
  channel,
});

async function ask(
  ctx: Ctx,
  reader: Reader,
  token: string,
  channel: WrittenChannel,
  typed: string,
): Promise<Response> {
  const words = publicWords(reader.locale).address;
  const address = channel === "email" ? (Email.safeParse(typed).data ?? null) : toE164(typed);
  if (address === null) {
    const text = words.invalid[channel];
    return page(ctx, reader, token, { channel, at: "address", text, typed }, MISSING);
  }
  const asked = await askAddressChange(ctx, whoseOf(reader, channel), address);
  if (asked === "asked") return page(ctx, reader, token);
  return page(ctx, reader, token, { channel, at: "address", text: words.tooMany }, TOO_MANY);
}

async function confirm(
  ctx: Ctx,
  reader: Reader,
  token: string,
  channel: WrittenChannel,
  code: string,
): Promise<Response> {
  const words = publicWords(reader.locale).address;
  const result = await confirmAddressChange(ctx, whoseOf(reader, channel), code);
  if (result.kind === "changed") return done(ctx, reader, token, result);
  const problem: Problem =
    result.kind === "wrong"
      ? { channel, at: "code", text: words.wrong(result.triesLeft) }
      : { channel, at: "address", text: words.over };
  return page(ctx, reader, token, problem, MISSING);
}

/** The old link may have ended with the change: what follows is reached by a new one. */
function done(
  ctx: Ctx,
  reader: Reader,
  token: string,
  { address, linksEnded, issuedAt }: { address: string; linksEnded: boolean; issuedAt: number },
): Response {
  const { workspaceId, person, locale } = reader;
  const words = publicWords(locale).address;
  const whose = { workspaceId, personId: person.id, issuedAt };
  const back = linksEnded ? personPath(ctx, whose) : `/p/${token}`;
  return brandedPage(reader, {
    title: words.doneTitle,
    main: html`<h1>${words.doneTitle}</h1>
<p class="status" role="status">${words.done(maskAddress(address))}</p>
${linksEnded && html`<p>${words.oldLinks}</p>`}
<p><a class="link" href="${back}">${words.back}</a></p>`,
  });
}

async function page(
  ctx: Ctx,
  reader: Reader,
  token: string,
  problem: Problem | null = null,
  status = 200,
): Promise<Response> {
  const { workspaceId, person, locale } = reader;
  const words = publicWords(locale).address;
  const known = await listContactPoints(ctx.db, workspaceId, [person.id]);
  const sections: Html[] = [];
  for (const channel of WAYS) {
    const current = known.find((point) => point.channel === channel)?.address ?? null;
    const pending = await findAddressChange(ctx.db, whoseOf(reader, channel));
    const waits =
      pending && pending.ageMs <= CODE_MS_MAX && pending.wrongTries < CODE_TRIES_MAX
        ? pending.address
        : null;
    const own = problem?.channel === channel ? problem : null;
    sections.push(section(locale, channel, current, waits, own));
  }
  const title = words.title;
  const main = html`<h1>${title}</h1>
${sections}
<p><a class="link" href="/p/${token}">${words.back}</a></p>`;
  return brandedPage(reader, { title, main }, status);
}

function section(
  locale: string,
  channel: WrittenChannel,
  current: string | null,
  waits: string | null,
  problem: Problem | null,
): Html {
  const words = publicWords(locale).address;
  return html`<section class="topic"><h2>${words.heading[channel]}</h2>
<p>${current === null ? words.none[channel] : html`<bdi>${maskAddress(current)}</bdi>`}</p>
${
  waits === null
    ? addressForm(locale, channel, current, problem)
    : codeForm(locale, channel, waits, problem)
}</section>
`;
}

const said = (problem: Problem | null): Html | null =>
  problem &&
  html`<p id="problem-${problem.channel}" class="problem" role="alert">${problem.text}</p>`;

const about = (channel: WrittenChannel, problem: Problem | null): string =>
  problem ? `hint-${channel} problem-${channel}` : `hint-${channel}`;

function addressForm(
  locale: string,
  channel: WrittenChannel,
  current: string | null,
  problem: Problem | null,
): Html {
  const words = publicWords(locale).address;
  const id = `address-${channel}`;
  const kind = channel === "email" ? "email" : "tel";
  return html`<details${problem && html` open`}><summary class="button quiet">${current === null ? words.add[channel] : words.change[channel]}</summary>
<form method="post"><input type="hidden" name="way" value="${channel}">
${said(problem)}
<label class="label" for="${id}">${words.field[channel]}</label>
<input id="${id}" name="address" type="${kind}" dir="ltr" autocomplete="${kind}" required maxlength="254" value="${problem?.typed ?? ""}" aria-describedby="${about(channel, problem)}"${problem && html` aria-invalid="true"`}>
<p class="hint" id="hint-${channel}">${words.hint[channel]}</p>
<button type="submit">${words.sendCode}</button>
</form></details>`;
}

function codeForm(
  locale: string,
  channel: WrittenChannel,
  waits: string,
  problem: Problem | null,
): Html {
  const words = publicWords(locale).address;
  const id = `code-${channel}`;
  return html`<form method="post"><input type="hidden" name="way" value="${channel}">
${said(problem)}
<p id="hint-${channel}"${!problem && html` role="status"`}>${words.codeSent(maskAddress(waits), CODE_MINUTES_MAX)}</p>
<label class="label" for="${id}">${words.codeField}</label>
<input id="${id}" name="code" type="text" class="code" dir="ltr" inputmode="numeric" autocomplete="one-time-code" required maxlength="12" aria-describedby="${about(channel, problem)}"${problem && html` aria-invalid="true"`}>
<button type="submit">${words.confirm}</button>
</form>
<form method="post" class="beside"><input type="hidden" name="way" value="${channel}">
<button type="submit" class="quiet">${words.again}</button></form>`;
}
