/** How a receiver checks a signature; complete enough to paste. */
export const VERIFY_CODE = [
  {
    name: "Node.js",
    text: `import { Webhook } from "standardwebhooks";

const webhook = new Webhook(process.env.FOLLOWTHROUGH_SECRET); // whsec_…

app.post("/followthrough", express.raw({ type: "*/*" }), (request, response) => {
  // Throws when the signature is wrong or older than five minutes.
  const event = webhook.verify(request.body.toString(), request.headers);
  response.sendStatus(204);
});`,
  },
  {
    name: "Python",
    text: `import base64, hashlib, hmac, time

def verify(secret: str, headers: dict, body: bytes) -> bool:
    sent_at = headers["webhook-timestamp"]
    if abs(time.time() - int(sent_at)) > 300:
        return False
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{headers['webhook-id']}.{sent_at}.".encode() + body
    made = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    given = [part.removeprefix("v1,") for part in headers["webhook-signature"].split()]
    return any(hmac.compare_digest(made, one) for one in given)`,
  },
] as const;
