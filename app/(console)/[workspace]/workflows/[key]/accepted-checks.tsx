"use client";

import { useRouter } from "next/navigation";
import { useText } from "@/components/text/text-provider";
import { AcceptedLine } from "@/components/workflows/checks/accepted-line";
import type { Instant } from "@/core/time";
import type { AcceptedCheck } from "@/core/workflow/problems/accepted";
import { takeBackAcceptanceAction } from "./check-actions";

/** The accepted checks of a workflow's draft, each with its note. */
export function AcceptedChecks({
  accepted,
  slug,
  workflow,
  mayEdit,
  clock,
}: {
  accepted: readonly { message: string; check: string; acceptance: AcceptedCheck }[];
  slug: string;
  workflow: string;
  mayEdit: boolean;
  clock: { now: Instant; viewerZone: string };
}) {
  const t = useText();
  const router = useRouter();
  const takeBack = async (check: string) => {
    const answer = await takeBackAcceptanceAction(slug, { key: workflow, check });
    if (answer.ok) router.refresh();
    return answer;
  };
  if (accepted.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h3 className="font-semibold">{t("checks.accepted", { n: accepted.length })}</h3>
      <ul className="grid gap-3">
        {accepted.map(({ message, check, acceptance }) => (
          <li key={check}>
            <AcceptedLine
              {...{ message, acceptance, clock }}
              onTakeBack={mayEdit ? () => takeBack(check) : null}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
