"use server";

import { z } from "zod";
import { Key } from "@/core/ids";
import { DraftTemplates } from "@/core/template/draft-template";
import { Definition } from "@/core/workflow/definition";
import type { Member } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { action } from "@/server/http/action";
import {
  draftState,
  saveEditorDraft,
  storedDraft,
  takeOverDraft,
} from "@/server/workflows/editor-draft";

const REVISION_MAX = 2_000_000_000;
const Named = z.strictObject({ key: Key });

const writerOf = ({ workspaceId, operatorId, name }: Member) => ({
  workspaceId,
  operatorId,
  name,
});

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
  ({ key, ...draft }, member) => saveEditorDraft(ctx, writerOf(member), key, draft),
);

export const draftStateAction = action("read", Named, ({ key }, { workspaceId }) =>
  draftState(ctx.db, workspaceId, key),
);

export const loadDraftAction = action("read", Named, ({ key }, { workspaceId }) =>
  storedDraft(ctx.db, workspaceId, key),
);

export const takeOverAction = action("edit_workflows", Named, ({ key }, member) =>
  takeOverDraft(ctx, writerOf(member), key),
);
