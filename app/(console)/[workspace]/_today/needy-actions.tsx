"use client";

import { Ellipsis } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useText } from "@/components/text/text-provider";
import { Button, IconButton } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { showToast } from "@/components/ui/toast";
import {
  acknowledgeAction,
  reassignAction,
  reopenAction,
  resolveAction,
  snoozeAction,
} from "../cases/[ref]/actions";
import { NEEDS_ID } from "./needs-id";
import type { SnoozeMoments } from "./snooze-moments";

type Result = { ok: true } | { ok: false; message: string };

/** What can be done about a case without opening it. */
export function NeedyActions({
  slug,
  caseId,
  number,
  revision,
  snoozes,
  me,
  mayAcknowledge,
}: {
  slug: string;
  caseId: string;
  number: string;
  revision: number;
  snoozes: SnoozeMoments;
  /** Who the operator is among the people; null while nobody said so. */
  me: string | null;
  mayAcknowledge: boolean;
}) {
  const t = useText();
  const router = useRouter();
  const [pending, start] = useTransition();
  const seen = { caseId, revision };
  const act = (verb: () => Promise<Result>, done: string, undo?: () => void) =>
    start(async () => {
      const result = await verb();
      if (!result.ok) return showToast(result.message, { failed: true });
      const action = undo && { label: t("common.undo"), run: undo };
      showToast(done, action ? { action } : {});
      document.getElementById(NEEDS_ID)?.focus();
    });
  const reopen = () => act(() => reopenAction(slug, { caseId }), t("today.reopened", { number }));
  const resolve = () =>
    act(() => resolveAction(slug, seen), t("today.resolved", { number }), reopen);
  const choose = (id: string) => {
    if (id === "open") return router.push(`/${slug}/cases/${number}`);
    if (id === "acknowledge")
      return act(() => acknowledgeAction(slug, seen), t("today.acknowledged", { number }));
    if (id === "mine" && me !== null)
      return act(
        () => reassignAction(slug, { ...seen, owner: { personId: me } }),
        t("today.assigned", { number }),
      );
    const until = snoozes[id as keyof SnoozeMoments];
    return act(() => snoozeAction(slug, { ...seen, until }), t("today.snoozed", { number }));
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
