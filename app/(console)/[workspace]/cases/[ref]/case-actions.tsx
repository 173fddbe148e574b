"use client";

import { useRef } from "react";
import { Keys } from "@/components/shortcuts/key-caps";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import type { MenuItem } from "@/components/ui/menu";
import { MoreMenu } from "@/components/ui/more-menu";
import { useAction } from "@/components/ui/use-action";
import { acknowledgeAction, endSnoozeAction, takeOverAction } from "./actions";
import { type CaseVerb, useCaseVerbs } from "./case-verbs";
import { useReturnFocus } from "./use-return-focus";

/** The verbs of one case: a bar beside the title, at the foot of a narrow screen. */
export function CaseActions() {
  const t = useText();
  const {
    slug,
    caseId,
    revision,
    seenLines,
    isOpen,
    isAcknowledged,
    isMine,
    level,
    before,
    forbidden,
    open,
    opened,
  } = useCaseVerbs();
  const { pending, run } = useAction("toast");
  const bar = useRef<HTMLDivElement>(null);
  useReturnFocus(bar, opened !== undefined);
  if (forbidden) return <p className="max-w-80 text-xs text-ft-3">{forbidden}</p>;
  const acknowledge = () => run(() => acknowledgeAction(slug, { caseId, revision, seenLines }));
  const takeOver = () => run(() => takeOverAction(slug, { caseId, revision, seenLines }));
  const goOn = () => run(() => endSnoozeAction(slug, { caseId, revision, seenLines }));
  const items: MenuItem[] = [
    ...(before.snoozedUntil === null ? [] : [{ id: "end_snooze", label: t("case.endSnooze") }]),
    ...(isAcknowledged || level > 0 ? [] : [{ id: "acknowledge", label: t("case.acknowledge") }]),
    { id: "hand_over", label: t("case.handOverMore") },
    { id: "reassign", label: t("case.reassignMore"), note: <Keys keys="a" /> },
    { id: "escalate", label: t("case.escalateMore"), note: <Keys keys="shift+e" /> },
    { id: "due", label: t("case.changeDueMore") },
    { id: "note", label: t("case.addNoteMore"), note: <Keys keys="n" /> },
    { id: "cancel", label: t("case.cancelMore") },
  ];
  const choose = (id: string) => {
    if (id === "acknowledge") return acknowledge();
    return id === "end_snooze" ? goOn() : open(id as CaseVerb);
  };
  return (
    <div
      ref={bar}
      className="flex flex-wrap items-center gap-2 print:hidden max-md:fixed max-md:inset-x-0 max-md:bottom-[calc(56px+env(safe-area-inset-bottom))] max-md:z-20 max-md:flex-nowrap max-md:justify-end max-md:border-t max-md:border-ft-subtle max-md:bg-ft-bg max-md:p-2"
    >
      {isOpen ? (
        <>
          {isAcknowledged && !isMine ? (
            <Button onPress={takeOver}>{t("case.takeOver")}</Button>
          ) : level > 0 && !isAcknowledged ? (
            <Button onPress={acknowledge}>{t("case.acknowledge")}</Button>
          ) : null}
          <Button aria-keyshortcuts="h" onPress={() => open("snooze")}>
            {t("case.snooze")}
          </Button>
          <Button aria-keyshortcuts="a" className="max-sm:hidden" onPress={() => open("reassign")}>
            {t("case.reassign")}
          </Button>
          <Button
            aria-keyshortcuts="Shift+E"
            className="max-sm:hidden"
            onPress={() => open("escalate")}
          >
            {t("case.escalate")}
          </Button>
          <MoreMenu
            label={t("case.moreActions")}
            look="secondary"
            pending={pending}
            onAction={choose}
            sections={[{ items }]}
          />
          <Button look="primary" aria-keyshortcuts="e" onPress={() => open("resolve")}>
            {t("case.resolve")}
          </Button>
        </>
      ) : (
        <>
          <Button aria-keyshortcuts="n" onPress={() => open("note")}>
            {t("case.addNote")}
          </Button>
          <Button look="primary" onPress={() => open("reopen")}>
            {t("case.reopen")}
          </Button>
        </>
      )}
    </div>
  );
}

/** A button elsewhere on the page that opens one of the verbs. */
export function VerbButton({
  verb,
  label,
  look = "tertiary",
}: {
  verb: CaseVerb;
  label: string;
  look?: "secondary" | "tertiary";
}) {
  const { open, forbidden, isOpen } = useCaseVerbs();
  if (forbidden || !isOpen) return null;
  return (
    <Button
      look={look}
      size="sm"
      className={`print:hidden ${look === "tertiary" ? "-my-1" : ""}`}
      onPress={() => open(verb)}
    >
      {label}
    </Button>
  );
}
