"use client";

import { EmailFrame } from "@/components/contents/email-frame";
import { brandIn } from "@/components/contents/named";
import { InAppPreview, PushPreview, SmsPreview } from "@/components/contents/other-previews";
import { previewHtml } from "@/components/contents/preview-html";
import { Time } from "@/components/ui/time";
import type { SimulatedMessage } from "@/core/case/simulation";
import { emailDocument } from "@/core/template/email-html";
import { whySentence } from "@/core/template/email-words";
import { useScheme } from "./use-scheme";
import type { Sim } from "./use-simulation";

const NOWHERE = "https://example.com/";

/** What lies on the reader's phone at the moment that is looked at. */
export function MessageView({ sim }: { sim: Sim }) {
  const { t, rows, current } = sim;
  const here = rows[current - 1]?.message ?? null;
  const shown =
    here?.content === null || here === null
      ? rows.slice(0, current).findLast(({ message }) => message?.content)?.message
      : here;
  const isNow = here !== null && here === shown;
  return (
    <section
      aria-labelledby="simulation-message"
      className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-2"
    >
      <h2 id="simulation-message" className="text-base font-semibold">
        {t("simulation.message")}
      </h2>
      {shown ? (
        <Shown sim={sim} message={shown} isNow={isNow} />
      ) : (
        <p className="rounded-md border border-dashed border-ft-border p-4 text-ft-3">
          {t("simulation.noMessage")}
        </p>
      )}
    </section>
  );
}

function Shown({ sim, message, isNow }: { sim: Sim; message: SimulatedMessage; isNow: boolean }) {
  const { t, locale, run, facts, viewerZone } = sim;
  if (!run) return null;
  const isOwn = message.personId === run.person.id;
  const reader = isOwn ? run.person : facts.people.get(message.personId);
  const zone = reader?.timeZone ?? facts.workspace.timeZone;
  const name = reader?.name ?? message.personId;
  return (
    <>
      <p className="text-xs text-ft-2">
        {t(isNow ? "simulation.arrives" : "simulation.arrivedBefore", {
          name,
          channel: message.channel,
        })}{" "}
        <Time
          at={message.sentAt ?? message.deliverAt}
          zone={zone}
          now={run.from}
          show="absolute"
          {...{ viewerZone, locale }}
        />
      </p>
      <div className="mx-auto w-full max-w-[400px] overflow-hidden rounded-[20px] border-4 border-ft-border bg-ft-surface p-2">
        <Words sim={sim} message={message} />
      </div>
    </>
  );
}

function Words({ sim, message }: { sim: Sim; message: SimulatedMessage }) {
  const { t, sender, run, editorFacts, definition, templates } = sim;
  const scheme = useScheme();
  const { content, channel } = message;
  if (!content || !run) return null;
  const preview = { rendered: content, missing: [] };
  const { locale } = content;
  if (channel === "sms") return <SmsPreview {...{ preview, locale }} />;
  if (channel === "push") {
    return <PushPreview {...{ preview, locale }} sender={sender.brand.name} />;
  }
  if (channel !== "email") return <InAppPreview {...{ preview, locale }} />;
  const topicKey = templates.get(message.template)?.topic ?? definition.topic;
  const topic = editorFacts.topics.find(({ key }) => key === topicKey)?.name ?? null;
  const urlOf = (id: string) => content.actions.find((action) => action.id === id)?.url;
  const { html } = emailDocument({
    content,
    brand: brandIn(sender.brand, sender, content.layout),
    links: {
      action: (id) => urlOf(id) ?? `${NOWHERE}a/…`,
      view: `${NOWHERE}v/…`,
      unsubscribe: `${NOWHERE}u/…`,
      preferences: `${NOWHERE}p/…`,
      click: (url) => url,
      openPixel: null,
    },
    locale,
    footerText: whySentence(locale, run.subject, topic),
  });
  const subject = content.subject ?? content.title ?? run.subject;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <p className="px-2 pt-1 text-xs text-ft-3">
        {sender.brand.name}
        <strong lang={locale} className="block text-sm wrap-anywhere text-ft-1">
          {subject}
        </strong>
      </p>
      <EmailFrame
        title={t("simulation.emailFrame", { subject })}
        html={previewHtml(html, { missing: [], scheme, images: true })}
        scheme={scheme}
        device="phone"
      />
    </div>
  );
}
