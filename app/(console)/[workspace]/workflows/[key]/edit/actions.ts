"use server";

import { z } from "zod";
import { Key } from "@/core/ids";
import { DraftTemplates } from "@/core/template/draft-template";
import { Definition } from "@/core/workflow/definition";
import { ctx } from "@/server/boot";
import { action } from "@/server/http/action";
import { askForDraft } from "@/server/workflows/ask-for-draft";
import { attendDraft } from "@/server/workflows/attend-draft";
import { countFlows } from "@/server/workflows/count-flows";
import { draftState, saveEditorDraft, storedDraft } from "@/server/workflows/editor-draft";
import { handOverDraft } from "@/server/workflows/hand-over-draft";
import { keepDraft } from "@/server/workflows/keep-draft";
import { TabId } from "@/server/workflows/tab-id";
import { takeOverDraft } from "@/server/workflows/take-over-draft";

const REVISION_MAX = 2_000_000_000;
const Named = z.strictObject({ key: Key });
const InTab = z.strictObject({ key: Key, tab: TabId });
const Colleague = z.strictObject({ key: Key, operatorId: z.string().min(1).max(100) });

/** Saves the draft as it stands in the editor. Live cases do not notice. */
export const saveDraftAction = action(
  "edit_workflows",
  z.strictObject({
    key: Key,
    ifMatch: z.int().min(1).max(REVISION_MAX),
    document: z.strictObject({
      name: z.string().trim().min(1).max(120),
      definition: Definition,
      contents: DraftTemplates,
    }),
  }),
  ({ key, ...draft }, member) => saveEditorDraft(ctx, member, key, draft),
);

export const draftStateAction = action("read", Named, ({ key }, { workspaceId }) =>
  draftState(ctx.db, workspaceId, key),
);

export const loadDraftAction = action("read", Named, ({ key }, { workspaceId }) =>
  storedDraft(ctx.db, workspaceId, key),
);

export const takeOverAction = action("edit_workflows", Named, ({ key }, member) =>
  takeOverDraft(ctx, member, key),
);

/** What became of the cases at each step: of those that came in the last days, or of the live version. */
export const countFlowsAction = action(
  "read",
  z.strictObject({ key: Key, period: z.enum(["week", "month", "version"]) }),
  ({ key, period }, { workspaceId }) => countFlows(ctx.db, workspaceId, key, period),
);

/** A sign of life of an open editor. */
export const attendAction = action("read", InTab, ({ key, tab }, member) =>
  attendDraft(ctx, member, key, tab),
);

export const askAction = action(
  "edit_workflows",
  InTab.extend({ isAsking: z.boolean() }),
  ({ key, ...asking }, member) => askForDraft(ctx, member, key, asking),
);

export const handOverAction = action("edit_workflows", Colleague, ({ key, operatorId }, member) =>
  handOverDraft(ctx, member, key, operatorId),
);

export const keepDraftAction = action("edit_workflows", Colleague, ({ key, operatorId }, member) =>
  keepDraft(ctx, member, key, operatorId),
);
