import type { AccountProvider } from "@/core/channel/account";
import { fcm } from "./fcm";
import type { Kind } from "./kind";
import { resend } from "./resend";
import { smtp } from "./smtp";
import { twilio } from "./twilio";
import { webPush } from "./web-push";
import { webhook } from "./webhook";

export const KINDS = {
  resend,
  smtp,
  twilio,
  web_push: webPush,
  fcm,
  webhook,
} as const satisfies Record<AccountProvider, Kind>;
