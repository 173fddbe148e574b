"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import { useShortcuts } from "@/components/shortcuts/use-shortcuts";
import type { CaseBefore } from "@/core/case/take-back";
import { CancelDialog } from "./cancel-dialog";
import type { PlannedVerb } from "./change-planned-dialog";
import { ChangePlannedDialog } from "./change-planned-dialog";
import { DueDialog } from "./due-dialog";
import { EscalateDialog } from "./escalate-dialog";
import { HandOverDialog } from "./hand-over-dialog";
import { NoteDialog } from "./note-dialog";
import type { OwnerChoices } from "./owner-select";
import { ReassignDialog } from "./reassign-dialog";
import { ReopenDialog, type StepChoice } from "./reopen-dialog";
import { ResolveDialog } from "./resolve-dialog";
import { type SnoozeChoice, SnoozeDialog } from "./snooze-dialog";
import { UndoBanner } from "./undo-banner";

export type CaseVerb =
  | "resolve"
  | "snooze"
  | "reassign"
  | "hand_over"
  | "escalate"
  | "due"
  | "cancel"
  | "note"
  | "reopen";

export type CaseVerbsProps = {
  slug: string;
  caseId: string;
  number: string;
  revision: number;
  seenLines: number;
  isOpen: boolean;
  isAcknowledged: boolean;
  /** The operator took it on, as themselves or as their person. */
  isMine: boolean;
  level: number;
  zone: string;
  viewerZone: string;
  dueDate: string;
  snoozes: SnoozeChoice[];
  owners: OwnerChoices;
  /** As the case stands: what an undo brings back. */
  before: CaseBefore;
  members: string[];
  steps: StepChoice[];
  /** Why the operator may only look, or null. */
  forbidden: string | null;
};

type Opened = CaseVerb | PlannedVerb;

type Verbs = CaseVerbsProps & {
  open: (verb: Opened) => void;
  opened: Opened | undefined;
};

const VerbsContext = createContext<Verbs | null>(null);

/** The case on the page and what can be done to it; only below `CaseVerbs`. */
export function useCaseVerbs(): Verbs {
  const verbs = useContext(VerbsContext);
  if (!verbs) throw new Error("A verb of a case stands outside of its page.");
  return verbs;
}

/** Holds the dialogs of every verb, so that the bar, the cards and the keys open the same ones. */
export function CaseVerbs({ children, ...props }: CaseVerbsProps & { children: ReactNode }) {
  const { slug, caseId, number, revision, seenLines, isOpen, forbidden } = props;
  const [opened, setOpened] = useState<Opened>();
  const [undo, setUndo] = useState<{ confirmed: boolean; before: CaseBefore }>();
  const onClose = () => setOpened(undefined);
  const closeUndo = () => {
    setUndo(undefined);
    // The banner had the focus, and goes.
    document.getElementById("main")?.focus();
  };
  const seen = { slug, caseId, number, revision, seenLines, onClose };
  const open = (verb: Opened) => {
    if (!forbidden) setOpened(verb);
  };
  useShortcuts(
    "shortcuts.case",
    forbidden
      ? []
      : isOpen
        ? [
            { keys: "e", label: "case.resolve", run: () => open("resolve") },
            { keys: "h", label: "case.snooze", run: () => open("snooze") },
            { keys: "a", label: "case.reassign", run: () => open("reassign") },
            { keys: "shift+e", label: "case.escalateNow", run: () => open("escalate") },
            { keys: "n", label: "case.addNote", run: () => open("note") },
          ]
        : [{ keys: "n", label: "case.addNote", run: () => open("note") }],
  );
  return (
    <VerbsContext value={{ ...props, open, opened }}>
      {children}
      {undo ? (
        <div className="fixed inset-x-4 bottom-4 z-40 mx-auto max-w-xl max-md:bottom-32 print:hidden">
          <UndoBanner slug={slug} caseId={caseId} {...undo} onClose={closeUndo} />
        </div>
      ) : null}
      {opened === "resolve" ? (
        <ResolveDialog
          {...seen}
          onDone={(confirmed) => {
            setUndo({ confirmed, before: props.before });
            onClose();
          }}
        />
      ) : null}
      {opened === "snooze" ? (
        <SnoozeDialog {...seen} choices={props.snoozes} zone={props.zone} before={props.before} />
      ) : null}
      {opened === "reassign" ? (
        <ReassignDialog {...seen} owners={props.owners} before={props.before} />
      ) : null}
      {opened === "hand_over" ? <HandOverDialog {...seen} owners={props.owners} /> : null}
      {opened === "escalate" ? <EscalateDialog {...seen} level={props.level} /> : null}
      {opened === "due" ? <DueDialog {...seen} zone={props.zone} date={props.dueDate} /> : null}
      {opened === "cancel" ? <CancelDialog {...seen} /> : null}
      {opened === "note" ? <NoteDialog {...seen} members={props.members} /> : null}
      {opened === "reopen" ? <ReopenDialog {...seen} steps={props.steps} /> : null}
      {typeof opened === "object" ? (
        <ChangePlannedDialog {...seen} zone={props.zone} planned={opened} />
      ) : null}
    </VerbsContext>
  );
}
