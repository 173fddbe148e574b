"use client";

import { useEffect, useRef } from "react";
import { useText } from "@/components/text/text-provider";
import { inboxElements } from "@/core/person-side/embed-code";
import type { InboxLook } from "@/core/person-side/inbox-look";

/** The widget itself in a page of its own, where the elements are those of the code to copy. */
export function LiveWidget({ slug, look }: { slug: string; look: InboxLook }) {
  const t = useText();
  const frame = useRef<HTMLIFrameElement>(null);
  const shown = useRef(look);
  shown.current = look;
  useEffect(() => {
    const page = frame.current?.contentDocument;
    if (page) draw(page, look);
  }, [look]);
  return (
    <section
      aria-labelledby="live-widget"
      className="grid grid-cols-[minmax(0,1fr)] content-start gap-3"
    >
      <div>
        <h2 id="live-widget" className="text-base font-semibold">
          {t("personside.live")}
        </h2>
        <p className="text-ft-2">{t("personside.liveLead")}</p>
      </div>
      <iframe
        ref={frame}
        title={t("personside.liveTitle")}
        src={`/${slug}/settings/person-side/inbox/demo`}
        className="h-[min(80vh,44rem)] w-full border border-ft-subtle"
        onLoad={() => {
          const page = frame.current?.contentDocument;
          if (page) draw(page, shown.current);
        }}
      />
    </section>
  );
}

/** What an element heeds at any time; everything else it reads once, when it begins. */
const LIVE = new Set(["style", "data-density"]);

/** Changes what differs and leaves the rest, so that a list that is open stays open where it can. */
function draw(page: Document, look: InboxLook): void {
  if (!page.body || page.URL === "about:blank") return;
  page.documentElement.dataset.scheme = look.scheme;
  const template = page.createElement("template");
  template.innerHTML = inboxElements(look, true).join("");
  const wanted = [...template.content.children].map((one) => page.importNode(one, true));
  for (const old of [...page.body.children]) {
    if (!wanted.some(({ localName }) => localName === old.localName)) old.remove();
  }
  for (const one of wanted) {
    const there = page.body.querySelector(one.localName);
    if (!there) page.body.append(one);
    else if (beginsAlike(there, one)) {
      for (const name of LIVE) set(there, name, one.getAttribute(name));
    } else there.replaceWith(one);
  }
}

const set = (element: Element, name: string, value: string | null): void =>
  value === null ? element.removeAttribute(name) : element.setAttribute(name, value);

const beginsAlike = (one: Element, other: Element): boolean =>
  [...new Set([...one.getAttributeNames(), ...other.getAttributeNames()])].every(
    (name) => LIVE.has(name) || one.getAttribute(name) === other.getAttribute(name),
  );
