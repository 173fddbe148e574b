import type { PreferenceChange } from "@/core/contracts/preference-change";
import { AppError } from "@/core/errors";
import type { Ctx } from "@/server/context";
import { changePersonPreference } from "@/server/people/change-preference";
import { inTheirLanguage, withReader } from "../guard";
import { type Html, html } from "../html";
import { loadReader, type Reader } from "../link";
import { pageResponse } from "../page";
import { readForm } from "../read-form";
import { readerMoment } from "../reader-format";
import { visitOf, witnessOf } from "../visit";
import { publicWords } from "../words";
import { form, hidden } from "./form";
import { loadView, type View } from "./load-view";
import { nextMoment } from "./next-moment";
import { type PageQuery, readQuery } from "./query";
import { type Problem, readChange } from "./read-change";
import { preferencePage, type Top } from "./render";
import { said } from "./said";

/** What a person gets, how often, when and where. Changes nothing. */
export const showPreferences = (ctx: Ctx, request: Request, token: string): Promise<Response> =>
  withReader(ctx, request, token, async (reader) =>
    pageResponse(preferencePage(await loadView(ctx, reader, readQuery(request.url)), null)),
  );

/** Makes one change and shows the page again, with what was changed and what puts it back. */
export const savePreferencePage = (ctx: Ctx, request: Request, token: string): Promise<Response> =>
  withReader(ctx, request, token, async (reader) => {
    const asked = readChange(await readForm(request), reader);
    if (asked === null) throw new AppError("malformed", "The form cannot be read.");
    const query = readQuery(request.url);
    if ("problem" in asked) return refused(ctx, reader, query, asked.problem);
    const done = await carryOut(ctx, request, reader, asked.changes);
    if ("problem" in done) return refused(ctx, reader, query, done.problem);
    // Their zone or language may be another one now.
    const after = await loadReader(ctx.db, reader.workspaceId, reader.person.id);
    const known = inTheirLanguage(request, { ...(after ?? reader), message: reader.message });
    const view = await loadView(ctx, known, query);
    return pageResponse(preferencePage(view, await changedTop(ctx, view, done, asked.undone)));
  });

type Done = { changes: PreferenceChange[]; undo: PreferenceChange | null };

/** Gives those that changed something, and the first one's way back: it knows what was before all of them. */
async function carryOut(
  ctx: Ctx,
  request: Request,
  reader: Reader,
  changes: readonly PreferenceChange[],
): Promise<Done | { problem: Problem }> {
  const { workspaceId, person, message } = reader;
  const witness = witnessOf(visitOf(request));
  const chooser = {
    workspaceId,
    personId: person.id,
    source: "preference_page" as const,
    messageId: message?.id,
    witness,
  };
  const done: Done = { changes: [], undo: null };
  for (const change of changes) {
    try {
      const { undo } = await changePersonPreference(ctx, chooser, change);
      if (undo === null) continue;
      done.changes.push(change);
      done.undo ??= undo;
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "invalid") throw error;
      return { problem: problemOf(change) };
    }
  }
  return done;
}

function problemOf(change: PreferenceChange): Problem {
  if ("pausedUntil" in change) return "pause";
  return "quietHours" in change ? "hours" : "topic";
}

async function changedTop(
  ctx: Ctx,
  view: View,
  { changes, undo }: Done,
  undone: boolean,
): Promise<Top> {
  const { reader, preferences } = view;
  const words = publicWords(reader.locale).preferences.status;
  if (undo === null) return html`<div class="status"><p>${words.nothing}</p></div>`;
  const what = changes.map((change) => said(change, preferences, reader)).join("; ");
  const lines = [
    undone ? words.undone(what) : words.changed(what),
    await nextLine(ctx, view, changes.at(-1)),
  ];
  return html`<div class="status"><p role="status">${lines.filter(Boolean).join(" ")}</p>${
    !undone &&
    form(
      "undo",
      "undo",
      html`${hidden("undo", JSON.stringify(undo))}<button type="submit" id="undo" class="quiet">${words.undo}</button>`,
    )
  }</div>`;
}

/** “Next: Wed 17:00.” Nothing where what comes next does not follow from the change. */
async function nextLine(
  ctx: Ctx,
  { reader, preferences }: View,
  change: PreferenceChange | undefined,
): Promise<string | null> {
  if (!change || "locale" in change || "preferredChannel" in change || "stop" in change)
    return null;
  const words = publicWords(reader.locale).preferences.status;
  const key = "topic" in change ? change.topic : onlyTopic(change);
  const topic = preferences.topics.find((one) => one.key === key);
  const comes = topic?.channels.some(({ on, reachable }) => on && reachable);
  if (topic && !comes) return null;
  const next = await nextMoment(ctx, reader, preferences, topic?.key ?? null);
  if (next === null) return words.nextOpen;
  const { zone, locale, now } = reader;
  return next <= now ? words.leaving : words.next(readerMoment(next, zone, locale, now));
}

const onlyTopic = (change: PreferenceChange): string | undefined => {
  const keys = "topics" in change ? Object.keys(change.topics) : [];
  return keys.length === 1 ? keys[0] : undefined;
};

/** Where each problem can be mended. */
const PLACE = {
  pause: "until",
  hours: "days",
  hours_order: "days",
  zone: "zone",
  topic: "topics",
} as const satisfies Record<Problem, string>;

async function refused(
  ctx: Ctx,
  reader: Reader,
  query: PageQuery,
  problem: Problem,
): Promise<Response> {
  const view = await loadView(ctx, reader, query);
  const words = publicWords(view.reader.locale).preferences;
  const top: Html = html`<div class="problem problems" role="alert"><h2>${words.problemTitle}</h2><a href="#${PLACE[problem]}">${words.problem[problem]}</a></div>`;
  return pageResponse(preferencePage(view, top), 422);
}
