import { z } from "zod";
import { createSmtp } from "@/server/providers/smtp";
import { Host, hostProblems, Secret, Sender } from "./fields";
import { kind } from "./kind";

const PORT = "a port from 1 to 65535";

const Settings = z.strictObject({
  from: Sender,
  host: Host,
  port: z.coerce.number<string | number>(PORT).int(PORT).min(1, PORT).max(65_535, PORT),
  /** `tls` from the first byte, `starttls` before anything is said, `none` in clear. */
  security: z.enum(["tls", "starttls", "none"], "choose how the line is secured"),
  user: z.string().trim().max(320, "at most 320 characters").optional(),
});

export const smtp = kind({
  Settings,
  Secrets: z.strictObject({ password: Secret("enter the password").optional() }),
  problems: ({ host, user }, { password }, { allowPrivate }) => [
    ...hostProblems("host", host, allowPrivate),
    ...(user !== undefined && password === undefined
      ? [{ path: "password", message: "enter the password of this user" }]
      : []),
  ],
  tells: ["host", "port", "security"],
  mainSecret: ({ password }) => password,
  sender: ({ from }) => from,
  connect: (settings, { password }, { allowPrivate, whenUnknown }) => ({
    ...createSmtp({ url: urlOf(settings, password), whenUnknown, publicOnly: !allowPrivate }),
    from: settings.from,
  }),
});

function urlOf(settings: z.output<typeof Settings>, password = ""): string {
  const { host, port, security, user } = settings;
  const login = user ? `${encodeURIComponent(user)}:${encodeURIComponent(password)}@` : "";
  const bare = host.replace(/^\[|\]$/g, "");
  const place = `${login}${bare.includes(":") ? `[${bare}]` : bare}:${port}`;
  if (security === "tls") return `smtps://${place}`;
  return `smtp://${place}?${security === "starttls" ? "requireTLS" : "ignoreTLS"}=true`;
}
