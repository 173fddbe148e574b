import { Check, Pause, TriangleAlert } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Note } from "@/components/ui/note";
import type { Whose } from "@/db/queries/needy-clauses";
import type { ReplyToRead } from "@/db/queries/replies";
import type { Storm } from "@/db/queries/storms";
import type { FailingChannel, HeldGroup, NeedyCase } from "@/db/queries/today";
import type { TurnedOff } from "@/db/queries/webhook-endpoints";
import { forbiddenText } from "../forbidden-text";
import type { PageView } from "../page-view";
import { NEEDS_ID } from "./needs-id";
import { type Names, NeedyRow } from "./needy-row";
import type { DownAccount } from "./read-health";
import { downText, failingText, heldText } from "./reason-text";
import { ReplyRow } from "./reply-row";
import { StormRow } from "./storm-row";

/** What a human must act on, worst first: cases, held messages, failing channels. */
export function NeedsYou({
  storms,
  cases,
  needs,
  held,
  failing,
  turnedOff,
  down,
  replies,
  names,
  whose,
  view,
}: {
  storms: Storm[];
  /** Those outside of the storms. */
  cases: NeedyCase[];
  /** How many there are; fewer may be shown. */
  needs: { alone: number; replies: number; all: number };
  held: HeldGroup[];
  failing: FailingChannel[];
  turnedOff: TurnedOff[];
  down: DownAccount[];
  replies: ReplyToRead[];
  names: Names;
  whose: Whose;
  view: PageView;
}) {
  const { t, slug } = view;
  const forbidden = forbiddenText(view, "act_on_cases");
  const mayAct = forbidden === null;
  return (
    <section aria-labelledby={NEEDS_ID}>
      <h2 id={NEEDS_ID} tabIndex={-1} className="ft-section-title">
        {t("today.needsYou")}
        {needs.all > 0 ? (
          <span className="ms-2 text-ft-3">{t("today.n", { n: needs.all })}</span>
        ) : null}
      </h2>
      {whose === "everybody" && cases.length + storms.length > 0 ? (
        <p className="mb-2 text-xs text-ft-3">{t("today.everybody")}</p>
      ) : null}
      {forbidden && cases.length > 0 ? (
        <div className="mb-2">
          <Note>{forbidden}</Note>
        </div>
      ) : null}
      {needs.all === 0 ? (
        <p className="flex items-center gap-2 border-y border-ft-subtle py-4 text-ft-2">
          <Check aria-hidden="true" size={16} className="text-(--ft-resolved)" />
          {t("today.nothing")}
        </p>
      ) : (
        <ul className="border-y border-ft-subtle">
          {down.map((each) => (
            <ReasonRow
              key={`${each.channel} ${each.name}`}
              icon={<TriangleAlert aria-hidden="true" size={16} className="text-(--ft-failed)" />}
              href={`/${slug}/settings/channels`}
              {...downText(each, view)}
              open={t("today.downOpen")}
            />
          ))}
          {failing.map((each) => (
            <ReasonRow
              key={`${each.channel} ${each.code}`}
              icon={<TriangleAlert aria-hidden="true" size={16} className="text-(--ft-failed)" />}
              href={`/${slug}/messages?outcome=failed&channel=${each.channel}`}
              text={t("today.failing", { channel: each.channel, n: each.n })}
              detail={failingText(each, view)}
              open={t("today.seeMessages")}
            />
          ))}
          {turnedOff.map(({ id, host, because }) => (
            <ReasonRow
              key={id}
              icon={<TriangleAlert aria-hidden="true" size={16} className="text-(--ft-failed)" />}
              href={`/${slug}/settings/webhooks/${id}`}
              text={t("webhooks.today", { host })}
              detail={t(because === "gone" ? "webhooks.todayGone" : "webhooks.todayFailing")}
              open={t("webhooks.todayOpen")}
            />
          ))}
          {replies.map((reply) => (
            <ReplyRow key={reply.id} reply={reply} mayAct={mayAct} view={view} />
          ))}
          {storms.map((storm) => (
            <StormRow
              key={`${storm.workflow} ${storm.level} ${storm.ownerPersonId} ${storm.ownerTeam}`}
              {...{ storm, names, view }}
            />
          ))}
          {cases.map((row) => (
            <NeedyRow
              key={row.id}
              row={row}
              names={names}
              me={whose === "everybody" ? null : whose.personId}
              mayAct={mayAct}
              view={view}
            />
          ))}
          {held.map((each) => (
            <ReasonRow
              key={each.code}
              icon={<Pause aria-hidden="true" size={16} className="text-(--ft-due)" />}
              href={`/${slug}/messages?outcome=held`}
              text={t("today.held", { n: each.n })}
              detail={heldText(each, view)}
              open={t("today.seeMessages")}
            />
          ))}
        </ul>
      )}
      {needs.replies > replies.length ? (
        <p className="mt-2 text-xs text-ft-2">
          {t("today.replyMore", { n: needs.replies - replies.length })}
        </p>
      ) : null}
      {needs.alone > cases.length ? (
        <p className="mt-2 text-xs text-ft-2">
          {t("today.more", { n: needs.alone - cases.length })}{" "}
          <Link href={`/${slug}/cases`} className="ft-link">
            {t("today.allCases")}
          </Link>
        </p>
      ) : null}
    </section>
  );
}

function ReasonRow({
  icon,
  href,
  text,
  detail,
  open,
}: {
  icon: ReactNode;
  href: string;
  text: string;
  detail: string;
  open: string;
}) {
  return (
    <li className="ft-needy">
      <span className="flex items-center">{icon}</span>
      <div className="min-w-0">
        <p className="font-medium">{text}</p>
        <p className="text-xs text-ft-2">{detail}</p>
      </div>
      <Link
        href={href}
        className="ft-link text-xs whitespace-nowrap"
        aria-label={`${open}: ${text}`}
      >
        {open}
      </Link>
    </li>
  );
}
