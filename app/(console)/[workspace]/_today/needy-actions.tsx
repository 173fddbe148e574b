"use client";

import { Ellipsis } from "lucide-react";
import { useRouter } from "next/navigation";
import { useText } from "@/components/text/text-provider";
import type { ActionAnswer } from "@/components/ui/action-answer";
import { Button, IconButton } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { showToast } from "@/components/ui/toast";
import { useAction } from "@/components/ui/use-action";
import type { CaseBefore, CaseGiven } from "@/core/case/take-back";
import {
  acknowledgeAction,
  reassignAction,
  resolveAction,
  snoozeAction,
} from "../cases/[ref]/actions";
import { useTakenBack } from "../cases/[ref]/use-taken-back";
import { NEEDS_ID } from "./needs-id";
import type { SnoozeMoments } from "./snooze-moments";

/** What is said when it is done; with what was given, it can be taken back. */
type Done = string | { given: CaseGiven; done: string; undone: string };

/** What can be done about a case without opening it. */
export function NeedyActions({
  slug,
  caseId,
  number,
  revision,
  before,
  snoozes,
  me,
  mayAcknowledge,
}: {
  slug: string;
  caseId: string;
  number: string;
  revision: number;
  before: CaseBefore;
  snoozes: SnoozeMoments;
  /** Who the operator is among the people; null while nobody said so. */
  me: string | null;
  mayAcknowledge: boolean;
}) {
  const t = useText();
  const router = useRouter();
  const { pending, run } = useAction("toast");
  const seen = { caseId, revision };
  const offerUndo = useTakenBack(slug);
  const act = (verb: () => Promise<ActionAnswer<unknown>>, done: Done) =>
    run(verb, () => {
      if (typeof done === "string") showToast(done);
      else offerUndo(caseId, done.given, before, done);
      document.getElementById(NEEDS_ID)?.focus();
    });
  const resolve = () =>
    act(() => resolveAction(slug, seen), {
      given: { verb: "resolve" },
      done: t("today.resolved", { number }),
      undone: t("today.reopened", { number }),
    });
  const choose = (id: string) => {
    if (id === "open") return router.push(`/${slug}/cases/${number}`);
    if (id === "acknowledge")
      return act(() => acknowledgeAction(slug, seen), t("today.acknowledged", { number }));
    if (id === "mine" && me !== null) {
      const owner = { personId: me };
      return act(() => reassignAction(slug, { ...seen, owner }), {
        given: { verb: "reassign", owner },
        done: t("today.assigned", { number }),
        undone: t("case.givenBack", { number }),
      });
    }
    const until = snoozes[id as keyof SnoozeMoments];
    return act(() => snoozeAction(slug, { ...seen, until }), {
      given: { verb: "snooze", until },
      done: t("today.snoozed", { number }),
      undone: t("case.unsnoozed", { number }),
    });
  };
  return (
    <div className="flex items-center gap-1">
      <Button
        size="sm"
        pending={pending}
        onPress={resolve}
        aria-label={t("today.resolveNamed", { number })}
      >
        {t("today.resolve")}
      </Button>
      <Menu
        label={t("today.moreFor", { number })}
        align="end"
        onAction={choose}
        sections={[
          {
            items: [
              ...(mayAcknowledge ? [{ id: "acknowledge", label: t("today.acknowledge") }] : []),
              {
                id: "mine",
                label: t("today.assignMe"),
                ...(me === null ? { disabled: true, note: t("today.whoAreYou") } : {}),
              },
            ],
          },
          {
            heading: t("today.snooze"),
            items: [
              { id: "later", label: t("today.snoozeLater") },
              { id: "tomorrow", label: t("today.snoozeTomorrow") },
              { id: "nextWeek", label: t("today.snoozeNextWeek") },
            ],
          },
          {
            items: [
              {
                id: "open",
                label: t("today.openCase"),
              },
            ],
          },
        ]}
        trigger={
          <IconButton size="sm" label={t("today.moreFor", { number })} isDisabled={pending}>
            <Ellipsis aria-hidden="true" />
          </IconButton>
        }
      />
    </div>
  );
}
