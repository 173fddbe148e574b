import type { RenderedContent } from "@/core/delivery/rendered-content";
import type { WorkspaceId } from "@/core/ids";
import type { EmailLinks } from "@/core/template/email-html";
import { linksOf } from "@/core/template/markdown";
import { type LinkPurpose, mintToken } from "./token";

/** Links of a body past this many stay as they are written. */
export const CLICKS_MAX = 200;
/** The click link that no human sees: only what fetches every link of a mail follows it. */
export const TRAP_INDEX = 255;

export type LinkSource = {
  appUrl: string;
  secret: string;
  workspaceId: WorkspaceId;
  messageId: string;
  content: Pick<RenderedContent, "body" | "actions">;
  /** Whether the reader agreed that opens and clicks are looked at, each by itself. */
  tracked: boolean;
};

/**
 * Where everything in a message leads. An action of kind `link` with an address goes straight there;
 * the others go to our page, where pressing acts. Without `tracked` there is no pixel, and links of
 * the body stay as written. `click` gives the place of a link among `linksOf(body)`.
 */
export function linksFor(source: LinkSource): EmailLinks {
  const { appUrl, secret, workspaceId, messageId, content, tracked } = source;
  const url = (purpose: LinkPurpose, index = 0, suffix = "") =>
    `${appUrl}/${purpose}/${mintToken(secret, { purpose, index, workspaceId, messageId })}${suffix}`;
  // An action stands in the HTML and in the text: one signature does for both.
  const actions = new Map<number, string>();
  const actionUrl = (index: number) => {
    const made = actions.get(index) ?? url("a", index);
    actions.set(index, made);
    return made;
  };
  const clicks = tracked ? linksOf(content.body).slice(0, CLICKS_MAX) : [];
  return {
    action: (actionId) => {
      const index = content.actions.findIndex((action) => action.id === actionId);
      const action = content.actions[index];
      if (action?.kind === "link" && action.url !== null) return action.url;
      return actionUrl(Math.max(index, 0));
    },
    view: url("v"),
    unsubscribe: url("u"),
    preferences: url("p"),
    click: (href) => {
      const index = clicks.indexOf(href);
      return index < 0 ? href : url("c", index);
    },
    openPixel: tracked ? url("o", 0, ".gif") : null,
    trap: tracked ? url("c", TRAP_INDEX) : null,
  };
}

/** The address behind a click token's `index`; null when the message has no such link. */
export const clickTarget = (body: string, index: number): string | null =>
  linksOf(body)[index] ?? null;
