import { createHmac } from "node:crypto";
import { APIError } from "better-auth/api";
import type { Auth } from "./auth";

/** A browser's cookies: what an answer sets is sent with the next request. */
export class CookieJar {
  readonly #cookies = new Map<string, string>();

  keep(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = "", ...attributes] = line.split("; ");
      const at = pair.indexOf("=");
      const gone = attributes.some((attribute) => /^max-age=0$/i.test(attribute));
      if (gone) this.#cookies.delete(pair.slice(0, at));
      else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }

  headers(): Headers {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    return new Headers({ cookie, "user-agent": "test", "x-forwarded-for": "192.0.2.7" });
  }
}

/** Signs in as a browser does; `asked` when the second factor is still to come. */
export async function signInAs(
  auth: Auth,
  body: { email: string; password: string },
  jar = new CookieJar(),
): Promise<{ jar: CookieJar; asked: boolean }> {
  const { headers, response } = await auth.api.signInEmail({
    body,
    headers: jar.headers(),
    returnHeaders: true,
  });
  jar.keep(headers);
  return { jar, asked: "twoFactorRedirect" in response };
}

/** The HTTP status of an attempt: 200 when nothing was thrown. */
export async function statusOf(attempt: Promise<unknown>): Promise<number> {
  try {
    await attempt;
    return 200;
  } catch (error) {
    if (error instanceof APIError) return error.statusCode;
    throw error;
  }
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const PERIOD_MS = 30_000;

/** What an authenticator app shows for an `otpauth:` address (RFC 6238). */
export function appCode(uri: string, at = Date.now()): string {
  const secret = new URL(uri).searchParams.get("secret") ?? "";
  const bits = [...secret.replace(/=+$/, "")]
    .map((char) => ALPHABET.indexOf(char).toString(2).padStart(5, "0"))
    .join("");
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / PERIOD_MS)));
  const digest = createHmac("sha1", Buffer.from(bytes)).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0xf;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}
