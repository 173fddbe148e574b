import { z } from "zod";
import { domainOf } from "@/core/domain/domain-of";
import { type Dkim, newDkimKeys } from "@/server/providers/dkim";
import { createSmtp } from "@/server/providers/smtp";
import { Host, hostProblems, Rate, Secret, Sender } from "./fields";
import { kind } from "./kind";

const PORT = "a port from 1 to 65535";
const SELECTOR = "letters, digits and dashes, such as followthrough";

const Settings = z.strictObject({
  from: Sender,
  host: Host,
  port: z.coerce.number<string | number>(PORT).int(PORT).min(1, PORT).max(65_535, PORT),
  /** `tls` from the first byte, `starttls` before anything is said, `none` in clear. */
  security: z.enum(["tls", "starttls", "none"], "choose how the line is secured"),
  user: z.string().trim().max(320, "at most 320 characters").optional(),
  ratePerSecond: Rate,
  /** Whether emails are signed here; otherwise the server should. */
  dkim: z.enum(["off", "on"], "choose who signs").default("off"),
  dkimSelector: z
    .string()
    .trim()
    .max(63, SELECTOR)
    .regex(/^[a-z\d](?:[a-z\d-]*[a-z\d])?$/i, SELECTOR)
    .default("followthrough"),
  dkimPublicKey: z.string().optional(),
});
type Settings = z.output<typeof Settings>;

export const smtp = kind({
  Settings,
  Secrets: z.strictObject({
    password: Secret("enter the password").optional(),
    dkimKey: z.string().optional(),
  }),
  make: () => {
    const { publicKey: dkimPublicKey, privateKey: dkimKey } = newDkimKeys();
    return { settings: { dkimPublicKey }, secrets: { dkimKey } };
  },
  problems: ({ host, user }, { password }, { allowPrivate }) => [
    ...hostProblems("host", host, allowPrivate),
    ...(user !== undefined && password === undefined
      ? [{ path: "password", message: "enter the password of this user" }]
      : []),
  ],
  tells: ["host", "port", "security"],
  mainSecret: ({ password }) => password,
  sender: ({ from }) => from,
  connect: (settings, { password, dkimKey }, { allowPrivate, whenUnknown }) => ({
    ...createSmtp({
      url: urlOf(settings, password),
      whenUnknown,
      publicOnly: !allowPrivate,
      dkim: dkimOf(settings, dkimKey),
    }),
    from: settings.from,
    ...(settings.ratePerSecond !== undefined && { ratePerSecond: settings.ratePerSecond }),
  }),
});

/** The signature is of the sender's own domain: only that one counts for DMARC. */
function dkimOf({ dkim, dkimSelector: selector, from }: Settings, key?: string): Dkim | null {
  const domain = domainOf(from);
  return dkim === "on" && key && domain ? { domain, selector, privateKey: key } : null;
}

function urlOf(settings: Settings, password = ""): string {
  const { host, port, security, user } = settings;
  const login = user ? `${encodeURIComponent(user)}:${encodeURIComponent(password)}@` : "";
  const bare = host.replace(/^\[|\]$/g, "");
  const place = `${login}${bare.includes(":") ? `[${bare}]` : bare}:${port}`;
  if (security === "tls") return `smtps://${place}`;
  return `smtp://${place}?${security === "starttls" ? "requireTLS" : "ignoreTLS"}=true`;
}
