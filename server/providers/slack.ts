import type { OutgoingEvent } from "./provider";
import { shortened } from "./source";

const TITLE_CHARS_MAX = 150;
const TEXT_CHARS_MAX = 3_000;
const LABEL_CHARS_MAX = 75;
const URL_CHARS_MAX = 3_000;

/** The three signs Slack reads as marks of its own. */
const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** The body of Slack's incoming webhooks: `text` for notifications, `blocks` for the channel. */
export function slackMessage({ data }: OutgoingEvent) {
  const { id, title, text, actions } = data;
  const buttons = actions.filter(({ url }) => url.length <= URL_CHARS_MAX);
  const plain = (words: string, charsMax: number) => ({
    type: "plain_text",
    text: shortened(words, charsMax),
  });
  return {
    text: escaped(shortened(title, TEXT_CHARS_MAX)),
    blocks: [
      { type: "header", text: plain(title, TITLE_CHARS_MAX) },
      { type: "section", text: { type: "mrkdwn", text: shortened(escaped(text), TEXT_CHARS_MAX) } },
      ...(buttons.length === 0
        ? []
        : [
            {
              type: "actions",
              block_id: id,
              elements: buttons.map((button) => ({
                type: "button",
                action_id: button.id,
                text: plain(button.label, LABEL_CHARS_MAX),
                url: button.url,
              })),
            },
          ]),
    ],
  };
}
