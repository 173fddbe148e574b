import { z } from "zod";
import { createTwilio } from "@/server/providers/twilio";
import { HttpUrl, Rate, Secret, urlProblems } from "./fields";
import { kind } from "./kind";

const SENDER = /^(?:\+[1-9]\d{6,14}|MG[\da-f]{32}|[a-z\d][a-z\d ]{0,10})$/i;

export const twilio = kind({
  Settings: z.strictObject({
    accountSid: z
      .string("enter the Account SID")
      .trim()
      .regex(/^AC[\da-f]{32}$/i, "AC and 32 digits or letters a to f"),
    from: z
      .string("enter what its messages come from")
      .trim()
      .regex(
        SENDER,
        "a number such as +15551234567, a name of at most 11 letters, or a messaging service (MG…)",
      ),
    baseUrl: HttpUrl.optional(),
    ratePerSecond: Rate,
  }),
  Secrets: z.strictObject({ authToken: Secret("enter the auth token") }),
  problems: ({ baseUrl }, _, { allowPrivate }) =>
    baseUrl === undefined ? [] : urlProblems("baseUrl", baseUrl, allowPrivate),
  tells: ["baseUrl"],
  mainSecret: ({ authToken }) => authToken,
  sender: ({ from }) => from,
  connect: (
    { accountSid, from, baseUrl, ratePerSecond = null },
    { authToken },
    { allowPrivate, callbackUrl },
  ) =>
    createTwilio({
      accountSid,
      authToken,
      from,
      baseUrl: baseUrl ?? null,
      ratePerSecond,
      callbackUrl: callbackUrl ?? null,
      allowPrivate,
    }),
});
