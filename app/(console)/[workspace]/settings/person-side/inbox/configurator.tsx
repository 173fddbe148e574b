"use client";

import { type ReactNode, useState } from "react";
import { useText } from "@/components/text/text-provider";
import type { EmbedPlace } from "@/core/person-side/embed-code";
import type { InboxLook } from "@/core/person-side/inbox-look";
import { savePersonSideAction } from "../actions";
import { EmbedCodes } from "./embed-codes";
import { LiveWidget } from "./live-widget";
import { LookFields } from "./look-fields";

/** The choices, the widget that follows them at once, and the code that makes it. */
export function Configurator({
  slug,
  keeps,
  initial,
  brandColor,
  place,
  serverLead,
}: {
  slug: string;
  /** Choices are kept for the next visit; others only look. */
  keeps: boolean;
  initial: InboxLook;
  brandColor: string | null;
  place: EmbedPlace;
  serverLead: ReactNode;
}) {
  const t = useText();
  const [look, setLook] = useState(initial);
  const choose = (change: Partial<InboxLook>) => {
    setLook((now) => ({ ...now, ...change }));
    // What is not kept is still in the code beside it: no reason to stop anybody.
    if (keeps) void savePersonSideAction(slug, { inboxLook: change }).catch(() => {});
  };
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 xl:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
        <section aria-labelledby="look" className="grid content-start gap-4">
          <h2 id="look" className="text-base font-semibold">
            {t("personside.look")}
          </h2>
          <LookFields look={look} brandColor={brandColor} choose={choose} />
        </section>
        <LiveWidget slug={slug} look={look} />
      </div>
      <EmbedCodes look={look} place={place} serverLead={serverLead} />
    </>
  );
}
