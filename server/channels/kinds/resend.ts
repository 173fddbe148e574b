import { z } from "zod";
import { createResend } from "@/server/providers/resend";
import { HttpUrl, Secret, Sender, urlProblems } from "./fields";
import { kind } from "./kind";

export const resend = kind({
  Settings: z.strictObject({ from: Sender, baseUrl: HttpUrl.optional() }),
  Secrets: z.strictObject({ apiKey: Secret("enter the API key") }),
  problems: ({ baseUrl }, _, { allowPrivate }) =>
    baseUrl === undefined ? [] : urlProblems("baseUrl", baseUrl, allowPrivate),
  tells: ["baseUrl"],
  mainSecret: ({ apiKey }) => apiKey,
  sender: ({ from }) => from,
  connect: ({ from, baseUrl }, { apiKey }) => ({
    ...createResend({ apiKey, baseUrl: baseUrl ?? null }),
    from,
  }),
});
