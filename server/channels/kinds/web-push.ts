import webPushKeys from "web-push";
import { z } from "zod";
import { createWebPush } from "@/server/providers/web-push";
import { kind } from "./kind";

/** The keys are a pair for good: every browser's subscription belongs to the public one. */
export const webPush = kind({
  Settings: z.strictObject({
    subject: z
      .string("enter how push services reach you")
      .trim()
      .max(320, "at most 320 characters")
      .regex(
        /^(?:mailto:[^@\s]+@[^@\s]+|https:\/\/[^\s/]+\S*)$/,
        "an address such as mailto:you@example.com or https://example.com",
      ),
    publicKey: z.string(),
  }),
  Secrets: z.strictObject({ privateKey: z.string() }),
  make: () => {
    const { publicKey, privateKey } = webPushKeys.generateVAPIDKeys();
    return { settings: { publicKey }, secrets: { privateKey } };
  },
  mainSecret: ({ privateKey }) => privateKey,
  sender: ({ subject }) => subject,
  connect: ({ publicKey, subject }, { privateKey }, { allowPrivate }) =>
    createWebPush({ publicKey, privateKey, subject, allowPrivate }),
});
