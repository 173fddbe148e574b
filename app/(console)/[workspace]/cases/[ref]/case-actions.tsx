"use client";

import { Ellipsis } from "lucide-react";
import { useRef, useState } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { Menu, type MenuItem } from "@/components/ui/menu";
import { Note } from "@/components/ui/note";
import { acknowledgeAction } from "./actions";
import { DueDialog } from "./due-dialog";
import { EscalateDialog } from "./escalate-dialog";
import { type OwnerChoices, ReassignDialog } from "./reassign-dialog";
import { ResolveDialog } from "./resolve-dialog";
import { type SnoozeChoice, SnoozeDialog } from "./snooze-dialog";
import { CancelDialog, NoteDialog, ReopenDialog } from "./text-dialogs";
import { UndoBanner } from "./undo-banner";
import { useReturnFocus } from "./use-return-focus";
import { useVerb } from "./use-verb";

export type CaseActionsProps = {
  slug: string;
  caseId: string;
  number: string;
  revision: number;
  seenLines: number;
  isOpen: boolean;
  isAcknowledged: boolean;
  level: number;
  zone: string;
  dueDate: string;
  snoozes: SnoozeChoice[];
  owners: OwnerChoices;
  confirmations: string[];
  /** Why the operator may only look, or null. */
  forbidden: string | null;
};

type Verb = "resolve" | "snooze" | "reassign" | "escalate" | "due" | "cancel" | "note" | "reopen";

/** The verbs of one case: a bar beside the title, at the foot of a narrow screen. */
export function CaseActions(props: CaseActionsProps) {
  const { slug, caseId, number, revision, seenLines, isOpen } = props;
  const [verb, setVerb] = useState<Verb>();
  const [undo, setUndo] = useState<{ confirmed: boolean }>();
  const { pending, error, run, forget } = useVerb();
  const bar = useRef<HTMLDivElement>(null);
  useReturnFocus(bar, verb !== undefined);
  const onClose = () => setVerb(undefined);
  const seen = { slug, caseId, number, revision, seenLines, onClose };
  const acknowledge = () =>
    run(() => acknowledgeAction(slug, { caseId, revision, seenLines }), forget);
  if (props.forbidden) return <p className="max-w-80 text-xs text-ft-3">{props.forbidden}</p>;
  const items: MenuItem[] = [
    ...(props.isAcknowledged ? [] : [{ id: "acknowledge", label: "Acknowledge" }]),
    { id: "due", label: "Change due date…" },
    { id: "note", label: "Add note…" },
    { id: "cancel", label: "Cancel case…" },
  ];
  const choose = (id: string) => (id === "acknowledge" ? acknowledge() : setVerb(id as Verb));
  return (
    <>
      <div
        ref={bar}
        className="flex flex-wrap items-center gap-2 max-md:fixed max-md:inset-x-0 max-md:bottom-[calc(56px+env(safe-area-inset-bottom))] max-md:z-20 max-md:flex-nowrap max-md:justify-center max-md:gap-1.5 max-md:[&_button]:shrink-0 max-md:overflow-x-auto max-md:border-t max-md:border-ft-subtle max-md:bg-ft-bg max-md:p-2"
      >
        {isOpen ? (
          <>
            <Button onPress={() => setVerb("snooze")}>Snooze</Button>
            <Button onPress={() => setVerb("reassign")}>Reassign</Button>
            <Button onPress={() => setVerb("escalate")}>Escalate</Button>
            <Menu
              label="More actions"
              align="end"
              onAction={choose}
              sections={[{ items }]}
              trigger={
                <IconButton look="secondary" label="More actions" pending={pending}>
                  <Ellipsis aria-hidden="true" />
                </IconButton>
              }
            />
            <Button look="primary" onPress={() => setVerb("resolve")}>
              Resolve
            </Button>
          </>
        ) : (
          <>
            <Button onPress={() => setVerb("note")}>Add note</Button>
            <Button look="primary" onPress={() => setVerb("reopen")}>
              Reopen
            </Button>
          </>
        )}
      </div>
      {error || undo ? (
        <div className="fixed inset-x-4 bottom-4 z-40 mx-auto max-w-xl max-md:bottom-32">
          {error ? <Note tone="failed">{error.message}</Note> : null}
          {undo ? (
            <UndoBanner
              slug={slug}
              caseId={caseId}
              confirmed={undo.confirmed}
              onClose={() => setUndo(undefined)}
            />
          ) : null}
        </div>
      ) : null}
      {verb === "resolve" ? (
        <ResolveDialog
          {...seen}
          confirmations={props.confirmations}
          onDone={(confirmed) => {
            setUndo({ confirmed });
            onClose();
          }}
        />
      ) : null}
      {verb === "snooze" ? (
        <SnoozeDialog {...seen} choices={props.snoozes} zone={props.zone} />
      ) : null}
      {verb === "reassign" ? <ReassignDialog {...seen} owners={props.owners} /> : null}
      {verb === "escalate" ? <EscalateDialog {...seen} level={props.level} /> : null}
      {verb === "due" ? <DueDialog {...seen} zone={props.zone} date={props.dueDate} /> : null}
      {verb === "cancel" ? <CancelDialog {...seen} /> : null}
      {verb === "note" ? <NoteDialog {...seen} /> : null}
      {verb === "reopen" ? <ReopenDialog {...seen} /> : null}
    </>
  );
}
