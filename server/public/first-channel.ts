import type { Actor } from "@/core/case/state";
import { PreferredChannel } from "@/core/delivery/preferred-channel";
import { AppError } from "@/core/errors";
import type { Tx } from "@/db/client";
import type { Ctx } from "@/server/context";
import { lockSubjects } from "@/server/events/subject-locks";
import { preferChannelIn } from "@/server/people/prefer-channel";
import { type Html, html } from "./html";
import type { Link } from "./link";
import { fieldOf } from "./read-form";
import { publicWords } from "./words";

export type FirstChannel = PreferredChannel | null;

/** The choice of the channel that goes first, among those that have an address. */
export function firstChannelField(
  ways: readonly PreferredChannel[],
  now: FirstChannel,
  sender: string,
  locale: string,
): Html {
  const words = publicWords(locale).preferences;
  const shown = ways.find((channel) => channel === now) ?? "";
  const option = (value: string, label: string) =>
    html`<option value="${value}"${value === shown && html` selected`}>${label}</option>
`;
  return html`<div class="topic"><label class="label" for="first">${words.reachFirst}</label><p class="hint" id="first-hint">${words.reachHint}</p>
<input type="hidden" name="firstShown" value="${shown}"><select id="first" name="first" aria-describedby="first-hint" autocomplete="off">
${option("", words.noneFirst(sender))}${ways.map((channel) => option(channel, words.channel[channel]))}</select></div>
`;
}

/**
 * What was chosen; null for none. Undefined where it is what the page showed, so that saving topics
 * keeps what was chosen elsewhere. Throws `malformed` for a channel that is none.
 */
export function chosenFirst(form: FormData): FirstChannel | undefined {
  const chosen = fieldOf(form, "first");
  if (!form.has("first") || chosen === fieldOf(form, "firstShown")) return undefined;
  if (chosen === "") return null;
  const known = PreferredChannel.safeParse(chosen);
  if (!known.success) throw new AppError("malformed", "The form cannot be read.");
  return known.data;
}

/** Keeps the reader's choice. Takes their lock first, as a change of topics does. */
export async function preferFirst(
  ctx: Ctx,
  tx: Tx,
  { workspaceId, person }: Link,
  first: FirstChannel,
): Promise<void> {
  await lockSubjects(tx, workspaceId, [`preferences/${person.id}`]);
  const actor: Actor = { kind: "person", id: person.id, name: person.name };
  const about = { source: "preference_page" };
  await preferChannelIn(ctx, tx, { workspaceId, actor }, person.id, first, about);
}
