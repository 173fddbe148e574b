import { sign } from "node:crypto";
import { z } from "zod";
import { HOUR_MS, MINUTE_MS, SECOND_MS } from "@/core/time";
import { ask, blamed, retryLater } from "./answer";
import type { GoogleKey } from "./google-key";
import { type Refusal, reasonOf } from "./provider";

const TOKEN_URL = "https://oauth2.googleapis.com/token";
const SCOPE = "https://www.googleapis.com/auth/firebase.messaging";
const GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
const ASSERTION_MS = HOUR_MS;
/** A token is not used any more this long before it ends. */
const BEFORE_END_MS = 5 * MINUTE_MS;

const Token = z.looseObject({ access_token: z.string().min(1), expires_in: z.number().positive() });
const Problem = z.looseObject({ error: z.string(), error_description: z.string().nullish() });

type Access = { token: string } | { failed: Refusal };
type Held = { token: string; until: number };

/**
 * Access tokens of a service account (RFC 7523), each used until five minutes before its end. Calls
 * that want one at the same time wait for the same answer.
 */
export function googleAccess(key: GoogleKey, tokenUrl: string | null) {
  let held: Held | null = null;
  let asking: Promise<Access> | null = null;

  async function fresh(signal: AbortSignal): Promise<Access> {
    const askedAt = Date.now();
    const body = new URLSearchParams({
      grant_type: GRANT,
      assertion: assertion(key, tokenUrl ?? TOKEN_URL, askedAt),
    });
    const asked = await ask(fetch, tokenUrl ?? TOKEN_URL, { method: "POST", body, signal });
    // Nothing was handed over by asking for a token.
    if ("failed" in asked) {
      const { maybeSent: _, ...failed } = asked.failed;
      return { failed: blamed(failed) };
    }
    const { answer } = asked;
    const json = parsed(answer.text);
    const token = answer.status === 200 ? Token.safeParse(json).data : undefined;
    if (token) {
      const livesMs = token.expires_in * SECOND_MS;
      held = { token: token.access_token, until: askedAt + livesMs - BEFORE_END_MS };
      return { token: token.access_token };
    }
    const said = Problem.safeParse(json).data;
    const words = said ? (said.error_description ?? said.error) : `status ${answer.status}`;
    const reason = reasonOf(`Google gave no access token: ${words}`);
    const isRefusal = answer.status >= 400 && answer.status < 500 && answer.status !== 429;
    const later = retryLater(answer, reason);
    return { failed: isRefusal ? { ...later, blame: "account" } : blamed(later) };
  }

  return {
    token: async (signal: AbortSignal): Promise<Access> => {
      if (held && Date.now() < held.until) return { token: held.token };
      asking ??= fresh(signal).finally(() => {
        asking = null;
      });
      return asking;
    },
    /** A token that was refused is not used again. */
    forget: (token: string): void => {
      if (held?.token === token) held = null;
    },
  };
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A JWT that says who asks, signed with the account's key (RS256). */
function assertion(key: GoogleKey, audience: string, now: number): string {
  const { client_email: iss, private_key, private_key_id: kid } = key;
  const iat = Math.floor(now / SECOND_MS);
  const header = part({ alg: "RS256", typ: "JWT", ...(kid && { kid }) });
  const claims = part({
    iss,
    scope: SCOPE,
    aud: audience,
    iat,
    exp: iat + ASSERTION_MS / SECOND_MS,
  });
  const signature = sign("sha256", Buffer.from(`${header}.${claims}`), private_key);
  return `${header}.${claims}.${signature.toString("base64url")}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
