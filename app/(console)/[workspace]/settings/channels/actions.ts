"use server";

import { ctx } from "@/server/boot";
import { action } from "@/server/http/action";
import { sendTestEmail, TestEmail } from "@/server/providers/send-test-email";
import { operatorOf } from "../operator-of";

/** Sends one email now; gives what the provider said. */
export const testEmailAction = action("manage_settings", TestEmail, (input, member) =>
  sendTestEmail(ctx, operatorOf(member), input),
);
