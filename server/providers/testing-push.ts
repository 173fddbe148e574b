import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  hkdfSync,
  randomBytes,
  verify,
} from "node:crypto";
import webPush from "web-push";
import { pushAddress } from "@/core/delivery/push-address";
import type { Asked } from "@/server/testing/http-server";
import { type FakePeer, fakePeer, retryAfter } from "./testing-http";

const PAYLOAD_BYTES_MAX = 4_096;
const EXPIRES_S_MAX = 24 * 60 * 60;

export const VAPID = { ...webPush.generateVAPIDKeys(), subject: "mailto:ops@shop.example.com" };

export type FakePush = FakePeer & {
  /** The address of the one browser that this service knows. */
  address: string;
};

/**
 * A push service and the browser behind it: looks at the sender's signature (RFC 8292), decrypts with
 * the browser's own keys (RFC 8291), and keeps what the service worker would be given.
 */
export async function fakePush(): Promise<FakePush> {
  const browser = createECDH("prime256v1");
  const publicKey = browser.generateKeys();
  const auth = randomBytes(16);
  let count = 0;
  const peer = await fakePeer({
    read: (request) => {
      const problem = senderProblem(request, peerUrl()) ?? headerProblem(request);
      if (problem) return { refused: { status: problem.status, body: problem.text } };
      if (request.body.length > PAYLOAD_BYTES_MAX) return { refused: { status: 413, body: "" } };
      const raw = decrypted(request.body, { browser, publicKey, auth }).toString();
      return { key: String(request.headers.topic), raw };
    },
    accept: () => ({ status: 201, headers: { location: `/sent/${++count}` } }),
    refuse: { status: 410, body: "push subscription has unsubscribed or expired." },
    outage: { status: 503, body: "Try later" },
    rateLimit: { status: 429, body: "Too many", headers: retryAfter },
  });
  const peerUrl = () => peer.url;
  const address = pushAddress({
    endpoint: `${peer.url}/push/one`,
    keys: { p256dh: publicKey.toString("base64url"), auth: auth.toString("base64url") },
  });
  return Object.assign(peer, { address });
}

type Problem = { status: number; text: string };

function headerProblem({ headers }: Asked): Problem | null {
  const isRight =
    headers["content-encoding"] === "aes128gcm" &&
    /^\d+$/.test(String(headers.ttl)) &&
    /^(?:very-low|low|normal|high)$/.test(String(headers.urgency)) &&
    /^[\w-]{1,32}$/.test(String(headers.topic));
  return isRight ? null : { status: 400, text: "Bad headers" };
}

function senderProblem({ headers }: Asked, audience: string): Problem | null {
  const [, token = "", key = ""] =
    /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(headers.authorization ?? "") ?? [];
  const [header = "", claims = "", signature = ""] = token.split(".");
  const point = Buffer.from(key, "base64url");
  if (key !== VAPID.publicKey || point.length !== 65) return { status: 401, text: "Bad key" };
  const jwk = {
    kty: "EC",
    crv: "P-256",
    x: point.subarray(1, 33).toString("base64url"),
    y: point.subarray(33).toString("base64url"),
  };
  const isSigned = verify(
    "sha256",
    Buffer.from(`${header}.${claims}`),
    { key: createPublicKey({ key: jwk, format: "jwk" }), dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, "base64url").toString());
  const leftS = exp - Date.now() / 1_000;
  const isRight =
    isSigned && aud === audience && sub === VAPID.subject && leftS > 0 && leftS < EXPIRES_S_MAX;
  return isRight ? null : { status: 403, text: "Bad claims" };
}

type Browser = { browser: ReturnType<typeof createECDH>; publicKey: Buffer; auth: Buffer };

function decrypted(body: Buffer, { browser, publicKey, auth }: Browser): Buffer {
  const salt = body.subarray(0, 16);
  const idBytes = body.readUInt8(20);
  const senderKey = body.subarray(21, 21 + idBytes);
  const record = body.subarray(21 + idBytes);
  const derive = (key: Buffer, by: Buffer, text: string, bytes: number, ...more: Buffer[]) =>
    Buffer.from(
      hkdfSync("sha256", key, by, Buffer.concat([Buffer.from(`${text}\0`), ...more]), bytes),
    );
  const shared = browser.computeSecret(senderKey);
  const key = derive(shared, auth, "WebPush: info", 32, publicKey, senderKey);
  const content = derive(key, salt, "Content-Encoding: aes128gcm", 16);
  const nonce = derive(key, salt, "Content-Encoding: nonce", 12);
  const decipher = createDecipheriv("aes-128-gcm", content, nonce);
  decipher.setAuthTag(record.subarray(-16));
  const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
  return padded.subarray(0, padded.lastIndexOf(2));
}
