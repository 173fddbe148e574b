import type { FreshLinkWords } from "../types/fresh-link";

export const freshLink: FreshLinkWords = {
  lead: (address) =>
    `Nothing was changed. We can send a new link to ${address ?? "the email address on file"}.`,
  send: "Send me a fresh link",
  sentTitle: "Look at your emails",
  sent: (days) =>
    `If there is an email address on file, a fresh link is on its way. It works for ${days} days. If nothing comes within a few minutes, ask whoever sent you the message.`,
};
