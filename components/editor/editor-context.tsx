"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Names } from "@/core/sentence/names";
import type { DraftTemplate } from "@/core/template/draft-template";
import type { Variable } from "@/core/template/variables";
import { present } from "@/core/workflow/edit/history";
import { outlineOf, type StageNode } from "@/core/workflow/edit/outline";
import type { EditorFacts } from "@/core/workflow/editor-facts";
import type { Problem } from "@/core/workflow/validate";
import type { Sender } from "../contents/content-preview";
import type { CountedFlows, Period } from "./counts/counting";
import type { EditorState, EditorStore } from "./editor-store";
import type { Reader } from "./plan/plan-words";
import type { Commands } from "./plan/use-commands";
import { useStored } from "./use-stored";

export type Found = readonly Problem[];

/** A content as a preview shows it. */
export type TestedContent = {
  key: string;
  draft: DraftTemplate;
  variables: readonly Variable[];
  locale: string;
  personId: string | null;
};

/** What every part of an open editor can read beside its state. */
export type EditorWorld = {
  store: EditorStore;
  slug: string;
  workflow: string;
  facts: EditorFacts;
  names: Names;
  readOnly: boolean;
  reader: Reader;
  commands: Commands;
  sender: Sender;
  /** The operator's own. */
  viewerZone: string;
  /** Sends what a preview shows, marked as a test. */
  testSend: (given: TestedContent) => ReactNode;
  /** Open cases at each step, of all versions. */
  counts: ReadonlyMap<string, number>;
  /** What became of the cases at each step; null where it could not be read. */
  loadFlows: (period: Period) => Promise<CountedFlows | null>;
  /** Shows the words of a content in the inspector. */
  openContent: (templateKey: string) => void;
};

const WorldContext = createContext<EditorWorld | null>(null);

export const EditorProvider = ({
  world,
  children,
}: {
  world: EditorWorld;
  children: ReactNode;
}) => <WorldContext value={world}>{children}</WorldContext>;

export function useWorld(): EditorWorld {
  const world = useContext(WorldContext);
  if (!world) throw new Error("Invariant violated: this stands inside an editor");
  return world;
}

/** A part of the editor's state; what it gives must keep its identity while nothing changed. */
export function useEditor<T>(part: (state: EditorState) => T): T {
  return useStored(useWorld().store, part);
}

export const useDocument = () => useEditor((state) => present(state.history).document);

export function useOutline(): StageNode[] {
  const { definition } = useDocument();
  return useMemo(() => outlineOf(definition), [definition]);
}
