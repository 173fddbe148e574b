import { MessageSquareReply } from "lucide-react";
import Link from "next/link";
import { caseNumber } from "@/components/cases/case-state";
import { Time } from "@/components/ui/time";
import type { ReplyToRead } from "@/db/queries/replies";
import { MarkReadButton } from "../cases/[ref]/mark-read-button";
import type { PageView } from "../page-view";
import { NEEDS_ID } from "./needs-id";

/** A reply that nobody understood for sure, with its words: what somebody has to read. */
export function ReplyRow({
  reply,
  mayAct,
  view,
}: {
  reply: ReplyToRead;
  mayAct: boolean;
  view: PageView;
}) {
  const { slug, t, now, locale, viewerZone, ticking } = view;
  const number = caseNumber(reply.number);
  const person = reply.personName ?? reply.personId;
  const who = reply.fromOther
    ? t("today.replyOther", { who: reply.fromAddress ?? "?", person })
    : person;
  return (
    <li className="ft-needy">
      <span className="flex items-center">
        <MessageSquareReply aria-hidden="true" size={16} className="text-(--ft-due)" />
      </span>
      <div className="min-w-0">
        <p className="break-words">
          <Link href={`/${slug}/cases/${number}`} className="font-medium hover:underline">
            {t("today.replyAbout", { who, number, subject: reply.subject })}
          </Link>{" "}
          <span className="text-xs text-ft-3">
            <Time at={reply.receivedAt} {...{ viewerZone, now, locale, ticking }} />
          </span>
        </p>
        {reply.text === "" ? (
          <p className="text-xs text-ft-3">{t("case.replyEmpty")}</p>
        ) : reply.text ? (
          <blockquote dir="auto" className="line-clamp-3 text-xs break-words text-ft-2">
            {reply.text}
          </blockquote>
        ) : null}
      </div>
      {mayAct ? (
        <MarkReadButton
          slug={slug}
          caseId={reply.caseId}
          replyId={reply.id}
          number={number}
          focusOn={NEEDS_ID}
        />
      ) : null}
    </li>
  );
}
