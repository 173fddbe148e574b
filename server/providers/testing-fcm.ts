import { createPublicKey, generateKeyPairSync, verify } from "node:crypto";
import type { Asked } from "@/server/testing/http-server";
import { type FakePeer, fakePeer, type PeerAnswer } from "./testing-http";

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

export const SERVICE_ACCOUNT = {
  type: "service_account",
  project_id: "shop-7",
  private_key_id: "key-1",
  private_key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  client_email: "followthrough@shop-7.iam.gserviceaccount.com",
};
export const DEVICE = "dX3:APA91bH_a-token.of%20an_app";

const FCM_ERROR = "type.googleapis.com/google.firebase.fcm.v1.FcmError";

/** A refusal as FCM documents it. */
export const fcmRefusal = (
  code: number,
  status: string,
  { message = `It says ${status}`, errorCode = status, headers = {} } = {},
): PeerAnswer => ({
  status: code,
  headers,
  body: {
    error: { code, message, status, details: [{ "@type": FCM_ERROR, errorCode }] },
  },
});

export type FakeFcm = FakePeer & {
  /** Access tokens that were asked for and given. */
  tokens: string[];
  /** The tokens given so far are not taken any more. */
  revoke(): void;
};

/**
 * FCM and Google's token endpoint: verifies the signed assertion, gives access tokens, and takes
 * messages under one of them.
 */
export async function fakeFcm(): Promise<FakeFcm> {
  const tokens: string[] = [];
  let taken: string[] = [];
  let count = 0;
  const peer = await fakePeer({
    aside: (request) => (request.path === "/token" ? tokenAnswer(request) : null),
    read: ({ path, headers, body }) => {
      const token = String(headers.authorization).replace(/^Bearer /, "");
      if (!taken.includes(token)) return { refused: fcmRefusal(401, "UNAUTHENTICATED") };
      if (path !== "/v1/projects/shop-7/messages:send") {
        return { refused: { status: 404, body: "<html>" } };
      }
      const raw = body.toString();
      return { key: JSON.parse(raw).message.data.id, raw };
    },
    accept: () => ({ status: 200, body: { name: `projects/shop-7/messages/${++count}` } }),
    refuse: fcmRefusal(400, "INVALID_ARGUMENT", { message: "Invalid value at 'message.data'" }),
    outage: fcmRefusal(503, "UNAVAILABLE", { headers: { "retry-after": "90" } }),
    rateLimit: fcmRefusal(429, "QUOTA_EXCEEDED", { headers: { "retry-after": "7" } }),
  });

  function tokenAnswer({ body }: Asked): PeerAnswer {
    const form = new URLSearchParams(body.toString());
    const [header = "", claims = "", signature = ""] = (form.get("assertion") ?? "").split(".");
    const said = JSON.parse(Buffer.from(claims, "base64url").toString() || "{}");
    const isSigned = verify(
      "sha256",
      Buffer.from(`${header}.${claims}`),
      createPublicKey(publicKey.export({ type: "spki", format: "pem" })),
      Buffer.from(signature, "base64url"),
    );
    const isRight =
      isSigned &&
      form.get("grant_type") === "urn:ietf:params:oauth:grant-type:jwt-bearer" &&
      said.iss === SERVICE_ACCOUNT.client_email &&
      said.aud === `${peer.url}/token` &&
      said.scope === "https://www.googleapis.com/auth/firebase.messaging" &&
      said.exp - said.iat <= 3_600 &&
      Math.abs(said.iat - Date.now() / 1_000) < 60;
    if (!isRight) {
      const body = { error: "invalid_grant", error_description: "Invalid JWT Signature." };
      return { status: 400, body };
    }
    const token = `ya29.${tokens.length + 1}`;
    tokens.push(token);
    taken.push(token);
    return { status: 200, body: { access_token: token, expires_in: 3_599, token_type: "Bearer" } };
  }

  const revoke = () => {
    taken = [];
  };
  return Object.assign(peer, { tokens, revoke });
}
