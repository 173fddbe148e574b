"use client";

import { Lock } from "lucide-react";
import { useText } from "@/components/text/text-provider";
import type { Channel } from "@/core/template/channel";
import { BODY_CHARS_MAX, SUBJECT_CHARS_MAX } from "@/core/template/content";
import {
  PUSH_BODY_ADVISED_CHARS,
  PUSH_TITLE_ADVISED_CHARS,
  SUBJECT_ADVISED_CHARS,
} from "@/core/template/copy-checks";
import type { DraftContent } from "@/core/template/draft-template";
import { emailWords } from "@/core/template/email-words";
import { ActionsEditor } from "./actions-editor";
import { BlockEditor } from "./block-editor";
import { rowsOf } from "./block-fields";
import { withActions, withLine } from "./change-content";
import { ContentField } from "./content-field";
import { Counter } from "./counter";
import { SmsCounter } from "./sms-counter";
import { Translated } from "./translated";

type Shown = {
  content: DraftContent;
  /** As it reads with example values: what counts is what arrives. */
  example: { subject: string; title: string; text: string };
  onChange: (next: DraftContent) => void;
  locale: string;
};

/** The fields that a channel has, in the order they are read in. */
export function ChannelFields({ channel, ...shown }: Shown & { channel: Channel }) {
  const { content, onChange, locale } = shown;
  return (
    <div className="grid gap-4">
      {channel === "email" ? (
        <EmailFields {...shown} />
      ) : channel === "sms" ? (
        <SmsFields {...shown} />
      ) : (
        <TitleAndBody {...shown} channel={channel} />
      )}
      <ActionsEditor
        channel={channel}
        actions={content.actions ?? []}
        onChange={(actions) => onChange(withActions(content, actions))}
        lang={locale}
      />
      {channel === "email" ? <LockedFooter locale={locale} /> : null}
    </div>
  );
}

function EmailFields({ content, example, onChange, locale }: Shown) {
  const t = useText();
  return (
    <>
      <Translated place="subject" name={t("contents.subject")}>
        <ContentField
          label={t("contents.subject")}
          value={content.subject ?? ""}
          onChange={(text) => onChange(withLine(content, "subject", text))}
          maxLength={SUBJECT_CHARS_MAX}
          counter={<Counter n={[...example.subject].length} max={SUBJECT_ADVISED_CHARS} />}
          lang={locale}
        />
      </Translated>
      <Translated place="preheader" name={t("contents.preheader")}>
        <ContentField
          label={t("contents.preheader")}
          value={content.preheader ?? ""}
          onChange={(text) => onChange(withLine(content, "preheader", text))}
          hint={t("contents.preheaderHint")}
          maxLength={SUBJECT_CHARS_MAX}
          lang={locale}
        />
      </Translated>
      <Translated place="title" name={t("contents.emailTitle")}>
        <ContentField
          label={t("contents.emailTitle")}
          value={content.title ?? ""}
          onChange={(text) => onChange(withLine(content, "title", text))}
          hint={t("contents.emailTitleHint")}
          maxLength={SUBJECT_CHARS_MAX}
          lang={locale}
        />
      </Translated>
      <BlockEditor
        body={content.body}
        onChange={(body) => onChange({ ...content, body })}
        lang={locale}
      />
    </>
  );
}

/** It cannot be taken away: everybody can leave. */
function LockedFooter({ locale }: { locale: string }) {
  const t = useText();
  const words = emailWords(locale);
  return (
    <section
      aria-label={t("contents.footer")}
      className="rounded-lg border border-dashed border-ft-border bg-ft-sunken p-3 text-xs text-ft-2"
    >
      <p className="flex items-center gap-2 font-medium">
        <Lock aria-hidden="true" size={14} />
        {t("contents.footer")}
      </p>
      <p className="mt-1" lang={locale}>
        {[words.preferences, words.unsubscribe, words.viewInBrowser].join(" · ")}
      </p>
      <p className="mt-1 text-ft-3">{t("contents.footerHint")}</p>
    </section>
  );
}

function SmsFields({ content, example, onChange, locale }: Shown) {
  const t = useText();
  return (
    <div className="grid gap-1">
      <Translated place="body.0" name={t("contents.smsBody")}>
        <ContentField
          label={t("contents.smsBody")}
          value={content.body}
          onChange={(body) => onChange({ ...content, body })}
          rows={rowsOf(content.body)}
          maxLength={BODY_CHARS_MAX}
          lang={locale}
        />
      </Translated>
      <SmsCounter text={example.text} actions={content.actions ?? []} />
    </div>
  );
}

function TitleAndBody({
  content,
  example,
  onChange,
  locale,
  channel,
}: Shown & { channel: Channel }) {
  const t = useText();
  const isPush = channel === "push";
  return (
    <>
      <Translated place="title" name={t("contents.title")}>
        <ContentField
          label={t("contents.title")}
          value={content.title ?? ""}
          onChange={(text) => onChange(withLine(content, "title", text))}
          maxLength={SUBJECT_CHARS_MAX}
          counter={
            isPush ? <Counter n={[...example.title].length} max={PUSH_TITLE_ADVISED_CHARS} /> : null
          }
          lang={locale}
        />
      </Translated>
      <Translated place="body.0" name={t("contents.text")}>
        <ContentField
          label={t("contents.text")}
          value={content.body}
          onChange={(body) => onChange({ ...content, body })}
          rows={rowsOf(content.body)}
          maxLength={BODY_CHARS_MAX}
          counter={
            isPush ? <Counter n={[...example.text].length} max={PUSH_BODY_ADVISED_CHARS} /> : null
          }
          hint={t("contents.plainHint", { channel })}
          lang={locale}
        />
      </Translated>
    </>
  );
}
