import { PreferredChannel } from "@/core/delivery/preferred-channel";
import { languageOf } from "@/core/sentence/locale";
import { joinList } from "@/core/sentence/render";
import { inTransaction } from "@/db/client";
import { listContactPoints } from "@/db/queries/people";
import type { Ctx } from "@/server/context";
import { chosenFirst, type FirstChannel, firstChannelField, preferFirst } from "./first-channel";
import { withLink } from "./guard";
import { type Html, html } from "./html";
import type { Link } from "./link";
import { maskAddress } from "./mask";
import { pageResponse } from "./page";
import { fieldOf, readForm } from "./read-form";
import {
  CHANGE_TRIES,
  type Change,
  changeTopics,
  readTopicChoices,
  type TopicChoice,
} from "./topic-choices";
import { visitOf, witnessOf } from "./visit";
import { publicWords } from "./words";
import { SWITCHED, type Switched } from "./words/words";

/** What this person gets, topic by topic and channel by channel. Changes nothing. */
export const showPreferences = (ctx: Ctx, request: Request, token: string): Promise<Response> =>
  withLink(ctx, request, token, "p", (link) => render(ctx, link, null));

/** Saves what is ticked, at once; topics that the form did not show stay as they are. */
export const savePreferencePage = (ctx: Ctx, request: Request, token: string): Promise<Response> =>
  withLink(ctx, request, token, "p", async (link) => {
    const form = await readForm(request);
    const all = fieldOf(form, "stop") === "all";
    const shown = new Set(form.getAll("shown").map(String));
    const ticked = new Set(form.getAll("on").map(String));
    const choose = (choices: TopicChoice[]): Change[] =>
      choices.flatMap((topic) =>
        SWITCHED.filter((channel) => all || shown.has(nameOf(topic, channel))).map((channel) => ({
          topic,
          channel,
          on: !all && ticked.has(nameOf(topic, channel)),
        })),
      );
    const witness = witnessOf(visitOf(request));
    const first = all ? undefined : chosenFirst(form);
    const changes = await inTransaction(
      ctx.db,
      async (tx) => {
        if (first !== undefined) await preferFirst(ctx, tx, link, first);
        return changeTopics(ctx, tx, link, "preference_page", choose, witness);
      },
      { tries: CHANGE_TRIES },
    );
    return render(ctx, link, { changes, first });
  });

/** What was saved; `first` undefined where it stayed. */
type Saved = { changes: Change[]; first: FirstChannel | undefined };

const nameOf = ({ key }: TopicChoice, channel: Switched): string => `${channel}:${key}`;

async function render(ctx: Ctx, link: Link, saved: Saved | null): Promise<Response> {
  const { workspaceId, workspace, person, locale, message } = link;
  const words = publicWords(locale).preferences;
  const choices = await readTopicChoices(ctx.db, link);
  const addresses = await listContactPoints(ctx.db, workspaceId, [person.id]);
  const reachable = new Set<string>(addresses.map(({ channel }) => channel)).add("in_app");
  const title = words.title(workspace.name);
  const email = addresses.find(({ channel }) => channel === "email")?.address;
  const to = message.channel === "email" ? (message.to ?? email) : email;
  const hasOptional = choices.some(({ required }) => !required);
  const ways = PreferredChannel.options.filter((channel) => reachable.has(channel));
  const before = saved?.first === undefined ? person.preferredChannel : saved.first;
  const main = html`${saved && status(saved, locale)}
<h1>${title}</h1>
${to && html`<p class="lead">${words.lead(maskAddress(to))}</p>`}
<form method="post">
${choices.map((topic) => topicFields(topic, reachable, locale))}
${choices.length === 0 && html`<p>${words.none}</p>`}
${ways.length > 1 && firstChannelField(ways, before, workspace.name, locale)}
${(hasOptional || ways.length > 1) && html`<button type="submit" name="stop" value="">${words.save}</button>`}
${hasOptional && html`<button type="submit" name="stop" value="all" class="quiet">${words.stopAll}</button>`}
</form>`;
  const { name, brand } = workspace;
  const sender = { name, color: brand.color, address: brand.address };
  return pageResponse({ language: languageOf(locale), title, sender, main });
}

function status({ changes, first }: Saved, locale: string): Html {
  const words = publicWords(locale).preferences;
  const lines = [...Map.groupBy(changes, ({ topic }) => topic.name)].map(([name, ofTopic]) => {
    const named = (on: boolean) =>
      ofTopic.filter((change) => change.on === on).map(({ channel }) => words.channel[channel]);
    return words.change(name, named(true), named(false));
  });
  if (first !== undefined) lines.push(words.nowFirst(first && words.channel[first]));
  const said = lines.length === 0 ? words.unchanged : [words.saved, ...lines].join(" ");
  return html`<p class="status" role="status">${said}</p>`;
}

function topicFields(topic: TopicChoice, reachable: Set<string>, locale: string): Html {
  const words = publicWords(locale).preferences;
  const { name, description, required, on } = topic;
  const about = description && html`<p class="hint">${description}</p>`;
  if (required) {
    const channels = SWITCHED.filter((channel) => on[channel]).map((one) => words.channel[one]);
    return html`<div class="topic"><h2>${name}</h2>${about}<p class="hint">${words.locked(joinList(channels, locale))}</p></div>
`;
  }
  const box = (channel: Switched) => {
    const field = nameOf(topic, channel);
    if (!reachable.has(channel)) {
      return html`<span class="option off"><input type="checkbox" disabled aria-label="${words.channel[channel]}"><span>${words.channel[channel]}<small>${words.noAddress[channel]}</small></span></span>
`;
    }
    return html`<label class="option"><input type="hidden" name="shown" value="${field}"><input type="checkbox" name="on" value="${field}"${on[channel] && html` checked`}><span>${words.channel[channel]}</span></label>
`;
  };
  return html`<fieldset class="topic"><legend><span>${name}</span></legend>${about}<div class="channels">
${SWITCHED.map(box)}</div></fieldset>
`;
}
