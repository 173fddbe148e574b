"use client";

import Link from "next/link";
import { useText } from "@/components/text/text-provider";
import type { EventResult } from "@/core/contracts/events";
import { ignoredText } from "./ignored-text";

/** What an event did, case by case and workflow by workflow. */
export function EventAnswer({
  slug,
  result,
}: {
  slug: string;
  result: Pick<EventResult, "opened" | "resolved" | "responded" | "ignored">;
}) {
  const t = useText();
  const { opened, resolved, responded, ignored } = result;
  const caseLink = (number: number) => (
    <Link key={number} href={`/${slug}/cases/C-${number}`} className="ft-link">
      C-{number}
    </Link>
  );
  const workflowLink = (workflow: string) => (
    <Link
      key={workflow}
      href={`/${slug}/workflows/${encodeURIComponent(workflow)}`}
      className="ft-link"
    >
      {workflow}
    </Link>
  );
  return (
    <ul className="grid gap-1.5">
      {opened.map(({ caseId, number, workflow }) => (
        <li key={`o ${caseId}`}>
          {t.rich("events.openedBy", { case: caseLink(number), workflow: workflowLink(workflow) })}
        </li>
      ))}
      {resolved.map(({ caseId, number }) => (
        <li key={`r ${caseId}`}>{t.rich("events.resolvedCase", { case: caseLink(number) })}</li>
      ))}
      {responded.map(({ caseId, number }) => (
        <li key={`a ${caseId}`}>{t.rich("events.respondedCase", { case: caseLink(number) })}</li>
      ))}
      {ignored.map(({ workflow, reason }) => (
        <li key={`i ${workflow} ${reason}`} className="text-ft-2">
          {workflow === null ? null : <>{workflowLink(workflow)}: </>}
          {ignoredText(reason, t)}
        </li>
      ))}
    </ul>
  );
}
