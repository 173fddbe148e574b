import { type FakePeer, fakePeer, type PeerAnswer, retryAfter } from "./testing-http";

export const TWILIO = {
  accountSid: `AC${"0".repeat(32)}`,
  authToken: "a token of the account",
  from: "+15005550006",
};

/** A refusal as Twilio documents it. */
export const twilioRefusal = (status: number, code: number, message: string): PeerAnswer => ({
  status,
  body: { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
});

/** Twilio's messages resource. `raw` is the form as JSON, `key` the number it goes to. */
export function fakeTwilio(): Promise<FakePeer> {
  const basic = Buffer.from(`${TWILIO.accountSid}:${TWILIO.authToken}`).toString("base64");
  let count = 0;
  return fakePeer({
    read: ({ path, headers, body }) => {
      if (headers.authorization !== `Basic ${basic}`) {
        return { refused: twilioRefusal(401, 20003, "Authenticate") };
      }
      const isForm = String(headers["content-type"]).startsWith(
        "application/x-www-form-urlencoded",
      );
      if (path !== `/2010-04-01/Accounts/${TWILIO.accountSid}/Messages.json` || !isForm) {
        return { refused: twilioRefusal(404, 20404, "The requested resource was not found") };
      }
      const form = Object.fromEntries(new URLSearchParams(body.toString()));
      return { key: form.To ?? "", raw: JSON.stringify(form) };
    },
    accept: () => ({
      status: 201,
      body: {
        sid: `SM${String(++count).padStart(32, "0")}`,
        status: "queued",
        error_code: null,
        error_message: null,
      },
    }),
    refuse: twilioRefusal(400, 21211, "The 'To' number is not a valid phone number."),
    outage: twilioRefusal(503, 20503, "Service unavailable"),
    rateLimit: { ...twilioRefusal(429, 20429, "Too Many Requests"), headers: retryAfter },
  });
}
