import { type InboxPress, type InboxPressed, PUT_OFF_DAYS_MAX } from "@/core/contracts/inbox";
import { AppError } from "@/core/errors";
import { DAY_MS, type Instant, toRfc3339 } from "@/core/time";
import { readNamed } from "@/db/queries/inbox";
import { nowOf } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";
import { isMeantFor } from "@/server/public/helper";
import { type Link, loadLink } from "@/server/public/link";
import { type Given, press } from "@/server/public/press";
import type { Action, Standing } from "@/server/public/standing";
import { answerOf } from "./item-shape";
import type { Reader } from "./reader";

/**
 * Presses a button of an item, and answers with how the inbox stands then. The same press twice is one
 * press, and under the same key also after it was taken back. Refuses an item that is not in the reader's inbox (`not_found`) and a press that lacks what the
 * button asks for (`invalid`).
 */
export async function pressItem(
  ctx: Ctx,
  reader: Reader,
  messageId: string,
  asked: InboxPress,
  key: string | null = null,
): Promise<InboxPressed> {
  const { link, action } = await buttonOf(ctx, reader, messageId, asked.action);
  const given = givenOf(action, asked, await nowOf(ctx.db, reader.workspaceId));
  const named = key === null ? {} : { key };
  const standing = await press(ctx, link, action, { ...given, ...named, undoable: true });
  const row = await readNamed(ctx.db, reader, [messageId]);
  return { ...answerOf(ctx, row), result: resultOf(standing) };
}

/** An item's message, as its pages read it. */
export async function linkOf(ctx: Ctx, reader: Reader, messageId: string): Promise<Link> {
  const { workspaceId, personId } = reader;
  const inbox = await readNamed(ctx.db, reader, [messageId]);
  const link =
    inbox.items.length > 0 ? await loadLink(ctx.db, { workspaceId, messageId, index: 0 }) : null;
  if (!link || link.person.id !== personId) {
    throw new AppError("not_found", "There is no such item in this inbox.");
  }
  return link;
}

async function buttonOf(ctx: Ctx, reader: Reader, messageId: string, id: string) {
  const link = await linkOf(ctx, reader, messageId);
  const index = link.message.content.actions.findIndex((one) => one.id === id);
  const action = link.message.content.actions[index];
  if (!action || !isMeantFor(link, action)) {
    throw invalid("action", "The item has no such button.");
  }
  return { link: { ...link, index }, action };
}

function givenOf(action: Action, { choice, text, until }: InboxPress, now: Instant): Given {
  switch (action.kind) {
    case "choice":
      if (choice !== undefined && action.choices.includes(choice)) return { choice };
      throw invalid(
        "choice",
        `must be one of ${action.choices.map((one) => `"${one}"`).join(", ")}`,
      );
    case "reply":
      if (text !== undefined) return { text };
      throw invalid("text", "is what the reply says");
    case "snooze": {
      const moment = until === undefined ? Number.NaN : Date.parse(until);
      if (moment > now && moment <= now + PUT_OFF_DAYS_MAX * DAY_MS) return { until: moment };
      const most = `at most ${PUT_OFF_DAYS_MAX} days`;
      throw invalid("until", `must lie ahead, ${most}; it is ${toRfc3339(now)} now`);
    }
    case "complete":
    case "link":
    case "acknowledge":
    case "take_over":
    case "need_help":
      return {};
    case "hand_over":
      throw invalid("action", "is answered on the page it leads to");
  }
}

function resultOf(standing: Exclude<Standing, { kind: "open" }>): InboxPressed["result"] {
  if (standing.kind === "pressed") return "done";
  if (standing.kind !== "closed" || standing.status === "resolved") return "already";
  return "closed";
}

const invalid = (path: string, message: string) =>
  new AppError("invalid", `${path}: ${message}`, { errors: [{ path, message }] });
