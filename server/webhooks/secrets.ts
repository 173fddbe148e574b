import type { WorkspaceId } from "@/core/ids";
import { HOUR_MS, type Instant } from "@/core/time";
import { newSigningSecret } from "@/server/calls/signing-secret";
import { open, seal } from "@/server/channels/seal";

/** After a rotation both secrets sign for so long. */
export const BOTH_SIGN_MS = 24 * HOUR_MS;

type Owner = { workspaceId: WorkspaceId; id: string };
type Sealed = { secret: string; sealed: string };

/** A secret for a new endpoint, and what is kept of it. */
export function newSecret(appSecret: string, owner: Owner): Sealed {
  const secret = newSigningSecret();
  return { secret, sealed: seal(appSecret, owner, { secret }) };
}

/** A new secret beside the one there is, where that can be read; one that was older still is dropped. */
export function rotated(
  appSecret: string,
  owner: Owner & { sealed: string },
): Sealed & { keepsPrevious: boolean } {
  const previous = open(appSecret, owner, owner.sealed)?.secret;
  const secret = newSigningSecret();
  const sealed = seal(appSecret, owner, { secret, ...(previous && { previous }) });
  return { secret, sealed, keepsPrevious: previous !== undefined };
}

/** What signs at a moment, the newest first; empty when nothing can be read with this `APP_SECRET`. */
export function signingSecrets(
  appSecret: string,
  owner: Owner & { sealed: string; previousSecretUntil: Instant | null },
  now: Instant,
): string[] {
  const { secret, previous } = open(appSecret, owner, owner.sealed) ?? {};
  if (secret === undefined) return [];
  const both = owner.previousSecretUntil !== null && now < owner.previousSecretUntil;
  return both && previous !== undefined ? [secret, previous] : [secret];
}
