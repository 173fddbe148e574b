"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { ReplayFailedInput, WebhookEndpointInput } from "@/core/contracts/webhooks";
import { findDelivery, listAttempts } from "@/db/queries/webhook-deliveries";
import type { Member } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { revealSigningSecret } from "@/server/calls/reveal-signing-secret";
import { action } from "@/server/http/action";
import { addEndpoint } from "@/server/webhooks/add-endpoint";
import { deleteEndpoint } from "@/server/webhooks/delete-endpoint";
import { editEndpoint, turnEndpoint } from "@/server/webhooks/edit-endpoint";
import { deliveryDetail } from "@/server/webhooks/endpoint-shape";
import { replayDelivery, replayFailedSince } from "@/server/webhooks/replay";
import { rotateSecret } from "@/server/webhooks/rotate-secret";
import { testEndpoint } from "@/server/webhooks/test-endpoint";
import { operatorOf } from "../operator-of";

const One = z.strictObject({ id: z.uuid() });

const seenAgain = ({ workspace }: Member) =>
  revalidatePath(`/${workspace.slug}/settings/webhooks`, "layout");

/** Gives the signing secret, and writes down who saw it. */
export const revealSecretAction = action("manage_settings", z.strictObject({}), (_, member) =>
  revealSigningSecret(ctx, operatorOf(member)),
);

/** Gives the secret of the new endpoint, this once. */
export const addEndpointAction = action(
  "manage_settings",
  WebhookEndpointInput,
  async (input, member) => {
    const { secret } = await addEndpoint(ctx, operatorOf(member), input);
    seenAgain(member);
    return { secret };
  },
);

export const editEndpointAction = action(
  "manage_settings",
  z.strictObject({ ...WebhookEndpointInput.shape, id: z.uuid() }),
  async ({ id, ...input }, member) => {
    await editEndpoint(ctx, operatorOf(member), id, input);
    seenAgain(member);
  },
);

export const turnEndpointAction = action(
  "manage_settings",
  One.extend({ enabled: z.boolean() }),
  async ({ id, enabled }, member) => {
    await turnEndpoint(ctx, operatorOf(member), id, enabled);
    seenAgain(member);
  },
);

/** Gives the new secret, this once. */
export const rotateSecretAction = action("manage_settings", One, async ({ id }, member) => {
  const secret = await rotateSecret(ctx, operatorOf(member), id);
  seenAgain(member);
  return { secret };
});

export const deleteEndpointAction = action("manage_settings", One, async ({ id }, member) => {
  await deleteEndpoint(ctx, operatorOf(member), id);
  seenAgain(member);
});

/** Sends one event now; gives what came of it. */
export const testEndpointAction = action("manage_settings", One, async ({ id }, member) => {
  const { workspaceId } = member;
  const delivery = await testEndpoint(ctx, operatorOf(member), id);
  const row = await findDelivery(ctx.db, workspaceId, id, delivery);
  const log = await listAttempts(ctx.db, workspaceId, delivery);
  seenAgain(member);
  return row ? deliveryDetail(row, log).lastAttempt : null;
});

export const replayDeliveryAction = action(
  "manage_settings",
  One.extend({ endpointId: z.uuid() }),
  async (input, member) => {
    await replayDelivery(ctx, operatorOf(member), input);
    seenAgain(member);
  },
);

/** Gives how many are sent again. */
export const replayFailedAction = action(
  "manage_settings",
  z.strictObject({ ...ReplayFailedInput.shape, id: z.uuid() }),
  async ({ id, since }, member) => {
    const replayed = await replayFailedSince(ctx, operatorOf(member), id, { since });
    seenAgain(member);
    return { replayed };
  },
);
