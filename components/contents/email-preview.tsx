"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import { useText } from "@/components/text/text-provider";
import { emailDocument } from "@/core/template/email-html";
import { lintEmail, messageLinks } from "@/core/template/email-lint";
import type { EmailBrand } from "@/core/template/email-look";
import { emailWords, whySentence } from "@/core/template/email-words";
import { type ContentPreview, plainMarks } from "@/core/template/preview-content";
import { EmailFrame } from "./email-frame";
import { Marked } from "./marked";
import type { PreviewSettings } from "./preview-controls";
import { previewHtml } from "./preview-html";

type Props = {
  preview: ContentPreview;
  locale: string;
  sender: { from: string | null; brand: EmailBrand };
  topic: { key: string; name: string } | null;
  settings: PreviewSettings;
  caseSubject: string;
};

const NOWHERE = "https://example.com/";

/** An email with what goes round it: who it is from, where it leads, and who could not read it. */
export function EmailPreview(props: Props) {
  const { preview, locale, sender, topic, settings, caseSubject } = props;
  const t = useText();
  const { rendered, missing } = preview;
  const urlOf = (id: string) =>
    rendered.actions.find((action) => action.id === id && action.kind === "link")?.url ?? null;
  const document = emailDocument({
    content: rendered,
    brand: sender.brand,
    links: {
      action: (id) => urlOf(id) ?? `${NOWHERE}a/…`,
      view: `${NOWHERE}v/…`,
      unsubscribe: `${NOWHERE}u/…`,
      preferences: `${NOWHERE}p/…`,
      click: (url) => url,
      openPixel: null,
    },
    locale,
    footerText: whySentence(locale, caseSubject, topic?.name ?? null),
  });
  const subject = rendered.subject ?? rendered.title ?? caseSubject;
  const { scheme, images, part } = settings;
  const device = settings.device === "phone" ? "phone" : "desktop";
  return (
    <div className="grid gap-4">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 rounded-lg border border-ft-subtle bg-ft-surface p-3 text-xs">
        <Line name={t("contents.from")}>{sender.from ?? t("contents.noSender")}</Line>
        <Line name={t("contents.subject")}>
          <strong lang={locale}>
            <Marked text={subject} missing={missing} />
          </strong>
        </Line>
        <Line name={t("contents.preheader")}>
          {rendered.preheader === null ? (
            <span className="text-ft-3">{t("contents.noPreheader")}</span>
          ) : (
            <span lang={locale}>
              <Marked text={rendered.preheader} missing={missing} />
            </span>
          )}
        </Line>
        <Line name="List-Unsubscribe">
          {t("contents.unsubscribeHeader", { words: emailWords(locale).unsubscribe })}
        </Line>
      </dl>
      {part === "text" ? (
        <pre
          lang={locale}
          className="overflow-x-auto rounded-lg border border-ft-subtle bg-ft-surface p-3 text-xs whitespace-pre-wrap"
        >
          <Marked text={document.text} missing={missing} />
        </pre>
      ) : (
        <EmailFrame
          title={t("contents.frame", {
            subject: plainMarks(subject, missing),
            device: t("contents.deviceName", { device }),
            scheme: t("contents.schemeName", { scheme }),
          })}
          html={previewHtml(document.html, { missing, scheme, images })}
          scheme={scheme}
          device={device}
        />
      )}
      <Links {...{ preview }} />
      <Lint {...{ preview, locale }} />
    </div>
  );
}

function Line({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-ft-3">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}

function Links({ preview: { rendered, missing } }: Pick<Props, "preview">) {
  const t = useText();
  const links = messageLinks(rendered);
  return (
    <section aria-label={t("contents.links")} className="grid gap-1 text-xs">
      <h3 className="ft-label">{t("contents.links")}</h3>
      {links.length === 0 ? <p className="text-ft-3">{t("contents.noLinks")}</p> : null}
      <ul className="grid gap-2">
        {links.map(({ label, url, isButton, concern }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two links can be the same.
          <li key={index} className="min-w-0">
            <p className="break-words">
              <Marked text={label} missing={missing} />
              {isButton ? <span className="ms-1 text-ft-3">{t("contents.isButton")}</span> : null}
            </p>
            <p className="break-all text-ft-3">{url}</p>
            {concern ? (
              <p className="flex gap-1 text-(--ft-due)">
                <CircleAlert aria-hidden="true" size={14} className="mt-px" />
                {t("contents.concern", { concern })}
              </p>
            ) : (
              <p className="flex gap-1 text-ft-2">
                <CircleCheck aria-hidden="true" size={14} className="mt-px text-(--ft-resolved)" />
                {t("contents.linkFine")}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Lint({ preview: { rendered, missing }, locale }: Pick<Props, "preview" | "locale">) {
  const t = useText();
  const findings = lintEmail(rendered, locale);
  return (
    <section aria-label={t("contents.accessibility")} className="grid gap-1 text-xs">
      <h3 className="ft-label">{t("contents.accessibility")}</h3>
      {findings.length === 0 ? (
        <p className="flex gap-2 text-ft-2">
          <CircleCheck aria-hidden="true" size={14} className="mt-px text-(--ft-resolved)" />
          {t("contents.noFindings")}
        </p>
      ) : null}
      <ul className="grid gap-1">
        {findings.map(({ code, about }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two findings can be the same.
          <li key={index} className="flex gap-2 text-ft-2">
            <CircleAlert aria-hidden="true" size={14} className="mt-px text-(--ft-due)" />
            <span className="min-w-0 break-words">
              {t("contents.finding", { code, about: plainMarks(about, missing) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
