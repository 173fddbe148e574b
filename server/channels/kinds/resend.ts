import { z } from "zod";
import { createResend } from "@/server/providers/resend";
import { Secret, Sender } from "./fields";
import { kind } from "./kind";

/** Its server is Resend's, or the environment's: the library follows redirects, so no form names one. */
export const resend = kind({
  Settings: z.object({ from: Sender }),
  Secrets: z.strictObject({ apiKey: Secret("enter the API key") }),
  mainSecret: ({ apiKey }) => apiKey,
  sender: ({ from }) => from,
  connect: ({ from }, { apiKey }) => ({ ...createResend({ apiKey, baseUrl: null }), from }),
});
