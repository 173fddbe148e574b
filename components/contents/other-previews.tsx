"use client";

import { useText } from "@/components/text/text-provider";
import { PUSH_BODY_ADVISED_CHARS, PUSH_TITLE_ADVISED_CHARS } from "@/core/template/copy-checks";
import { markdownToText } from "@/core/template/markdown-text";
import { type ContentPreview, splitMarks } from "@/core/template/preview-content";
import { Marked } from "./marked";

type Props = { preview: ContentPreview; locale: string };

const ADDRESS = "https://…/a/…";

/** A text message as a bubble; each button is a line with its address. */
export function SmsPreview({ preview: { rendered, missing }, locale }: Props) {
  const lines = rendered.actions.map(({ label, url, kind }) => {
    const address = kind === "link" && url !== null ? url : ADDRESS;
    return `\n${label}: ${address}`;
  });
  return (
    <div className="rounded-lg bg-ft-sunken p-4">
      <p
        lang={locale}
        className="max-w-80 rounded-2xl rounded-es-sm border border-ft-border bg-ft-raised px-3 py-2 break-words whitespace-pre-wrap"
      >
        <Marked text={markdownToText(rendered.body) + lines.join("")} missing={missing} />
      </p>
    </div>
  );
}

/** A watch shows about so much before it is scrolled. */
const WATCH_TITLE_CHARS = 30;
const WATCH_BODY_CHARS = 60;

/** A notification on a locked screen, or the short look of a watch, cut where these cut it. */
export function PushPreview({
  device = "phone",
  ...shown
}: Props & { sender: string; device?: "phone" | "watch" }) {
  return device === "watch" ? <WatchPreview {...shown} /> : <PhonePreview {...shown} />;
}

function WatchPreview({
  preview: { rendered, missing },
  locale,
  sender,
}: Props & { sender: string }) {
  const t = useText();
  const title = cut(rendered.title ?? rendered.subject ?? sender, WATCH_TITLE_CHARS);
  const body = cut(markdownToText(rendered.body), WATCH_BODY_CHARS);
  const unseen = title.rest + body.rest;
  return (
    <div className="grid gap-2">
      <div className="rounded-lg bg-ft-sunken p-4">
        <div className="grid aspect-[5/6] w-44 content-center justify-items-center gap-1 rounded-[40px] border-4 border-ft-border bg-ft-raised p-4 text-center">
          <span
            aria-hidden="true"
            className="grid size-9 place-items-center rounded-full bg-ft-ink text-ft-on-ink"
          >
            {[...sender][0]?.toUpperCase()}
          </span>
          <p className="max-w-full truncate text-xs text-ft-3">{sender}</p>
          <p lang={locale} className="max-w-full text-xs font-semibold break-words">
            <Marked text={title.shown} missing={missing} />
          </p>
          <p lang={locale} className="max-w-full text-xs break-words">
            <Marked text={body.shown} missing={missing} />
          </p>
        </div>
      </div>
      {unseen > 0 ? <p className="ft-hint">{t("contents.watchCut", { n: unseen })}</p> : null}
    </div>
  );
}

function PhonePreview({
  preview: { rendered, missing },
  locale,
  sender,
}: Props & { sender: string }) {
  const t = useText();
  const title = cut(rendered.title ?? rendered.subject ?? sender, PUSH_TITLE_ADVISED_CHARS);
  const body = cut(markdownToText(rendered.body), PUSH_BODY_ADVISED_CHARS);
  const unseen = title.rest + body.rest;
  return (
    <div className="grid gap-2">
      <div className="rounded-lg bg-ft-sunken p-4">
        <div className="max-w-96 rounded-2xl border border-ft-border bg-ft-raised px-4 py-3">
          <p className="flex justify-between gap-2 text-xs text-ft-3">
            <span className="truncate">{sender}</span>
            <span>{t("contents.pushNow")}</span>
          </p>
          <p lang={locale} className="font-semibold break-words">
            <Marked text={title.shown} missing={missing} />
          </p>
          <p lang={locale} className="break-words">
            <Marked text={body.shown} missing={missing} />
          </p>
        </div>
      </div>
      {unseen > 0 ? <p className="ft-hint">{t("contents.pushCut", { n: unseen })}</p> : null}
    </div>
  );
}

/** The first characters, with how many more there are; a mark counts as one and is never cut. */
function cut(text: string, max: number): { shown: string; rest: number } {
  const whole = splitMarks(text).flatMap((part) =>
    typeof part === "string" ? [...part] : [`\ue000${part.missing}\ue001`],
  );
  if (whole.length <= max) return { shown: text, rest: 0 };
  return { shown: `${whole.slice(0, max - 1).join("")}…`, rest: whole.length - max + 1 };
}

/** An item of the inbox; a webhook is told the same words. */
export function InAppPreview({ preview: { rendered, missing }, locale }: Props) {
  const t = useText();
  return (
    <div className="rounded-lg bg-ft-sunken p-4">
      <article
        lang={locale}
        className="max-w-96 rounded-lg border border-ft-border bg-ft-raised p-4"
      >
        {rendered.title === null ? null : (
          <p className="font-semibold break-words">
            <Marked text={rendered.title} missing={missing} />
          </p>
        )}
        <p className="break-words whitespace-pre-wrap">
          <Marked text={markdownToText(rendered.body)} missing={missing} />
        </p>
        {rendered.actions.length > 0 ? (
          <ul aria-label={t("contents.buttons")} className="mt-3 flex flex-wrap gap-2">
            {rendered.actions.map(({ id, label }, index) => (
              <li
                key={id}
                className={`rounded-md border px-3 py-1.5 text-xs font-medium ${index === 0 ? "border-ft-ink bg-ft-ink text-ft-on-ink" : "border-ft-border"}`}
              >
                <Marked text={label} missing={missing} />
              </li>
            ))}
          </ul>
        ) : null}
      </article>
    </div>
  );
}
