"use server";

import { z } from "zod";
import { ScenarioTest } from "@/core/case/scenario-test";
import { Key } from "@/core/ids";
import type { Member } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { action } from "@/server/http/action";
import { deleteScenario } from "@/server/workflows/delete-scenario";
import { saveScenario } from "@/server/workflows/save-scenario";

const whoIs = ({ workspaceId, operatorId, name }: Member) => ({
  workspaceId,
  actor: { kind: "operator", id: operatorId, name } as const,
});

export const saveScenarioAction = action(
  "edit_workflows",
  z.strictObject({ key: Key, test: ScenarioTest }),
  ({ key, test }, member) => saveScenario(ctx, whoIs(member), key, test),
);

export const deleteScenarioAction = action(
  "edit_workflows",
  z.strictObject({ key: Key, scenario: Key }),
  ({ key, scenario }, member) => deleteScenario(ctx, whoIs(member), key, scenario),
);
