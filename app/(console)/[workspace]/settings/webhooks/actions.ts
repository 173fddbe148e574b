"use server";

import { z } from "zod";
import { ctx } from "@/server/boot";
import { revealSigningSecret } from "@/server/calls/reveal-signing-secret";
import { action } from "@/server/http/action";
import { operatorOf } from "../operator-of";

/** Gives the signing secret, and writes down who saw it. */
export const revealSecretAction = action("manage_settings", z.strictObject({}), (_, member) =>
  revealSigningSecret(ctx, operatorOf(member)),
);
