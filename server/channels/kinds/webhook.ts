import { z } from "zod";
import { newSigningSecret } from "@/server/calls/signing-secret";
import { createWebhook } from "@/server/providers/webhook";
import { HttpUrl, urlProblems } from "./fields";
import { kind } from "./kind";

/** The address is a secret too: who knows that of a chat can write there. Its host may be seen. */
export const webhook = kind({
  Settings: z.strictObject({ host: z.string().optional() }),
  Secrets: z.strictObject({ url: HttpUrl.optional(), secret: z.string() }),
  make: () => ({ settings: {}, secrets: { secret: newSigningSecret() } }),
  derive: ({ url }) => (url && URL.canParse(url) ? { host: new URL(url).host } : {}),
  problems: (_, { url }, { allowPrivate }) =>
    url === undefined ? [] : urlProblems("url", url, allowPrivate),
  mainSecret: ({ url }) => url,
  sender: ({ host }) => host ?? null,
  connect: (_, { url, secret }, { allowPrivate }) =>
    createWebhook({ url: url ?? null, secret, allowPrivate }),
});
