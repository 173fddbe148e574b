import type { WorkspaceId } from "@/core/ids";

/** An email that came back, as its carrier gave it. */
export type InboundEmail = {
  /** The same for every repeat of this one email. */
  id: string;
  /** Who brought it: `smtp`, or the name of a provider. */
  provider: string;
  /** The workspace whose account received it; null when only the address tells. */
  workspaceId: WorkspaceId | null;
  from: string;
  to: readonly string[];
  subject: string;
  text: string | null;
  html: string | null;
  /** Every value of each header, names in lower case. */
  headers: ReadonlyMap<string, readonly string[]>;
};

/** An SMS that came in, as its carrier gave it. */
export type InboundSms = {
  /** The same for every repeat of this one SMS. */
  id: string;
  provider: string;
  workspaceId: WorkspaceId | null;
  from: string;
  to: string;
  body: string;
};
