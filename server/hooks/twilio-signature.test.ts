import { expect, test } from "vitest";
import { isSignedByTwilio, twilioSignature } from "./twilio-signature";

/** The example of Twilio's own documents ("Validating requests"). */
const TOKEN = "12345";
const URL_CALLED = "https://mycompany.com/myapp.php?foo=1&bar=2";
const FORM = {
  CallSid: "CA1234567890ABCDE",
  Caller: "+14158675309",
  Digits: "1234",
  From: "+14158675309",
  To: "+18005551212",
};
const SIGNATURE = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";

const check = (over: { token?: string; url?: string; form?: Record<string, string> } = {}) =>
  isSignedByTwilio(over.token ?? TOKEN, SIGNATURE, {
    url: over.url ?? URL_CALLED,
    form: new URLSearchParams(over.form ?? FORM),
  });

test("the example of Twilio's documents holds, in whatever order its fields arrive", () => {
  expect(check()).toBe(true);
  const reversed = Object.fromEntries(Object.entries(FORM).reverse());
  expect(check({ form: reversed })).toBe(true);
});

test.each([
  ["another token", { token: "12346" }],
  ["another address", { url: URL_CALLED.replace("bar=2", "bar=3") }],
  ["plain HTTP", { url: URL_CALLED.replace("https", "http") }],
  ["a field more", { form: { ...FORM, Extra: "" } }],
  ["a changed field", { form: { ...FORM, Digits: "12345" } }],
])("it does not hold for %s", (_name, over) => {
  expect(check(over)).toBe(false);
});

test.each([null, "", "x", "v1,abc", `${"A".repeat(27)}=x`, `${"A".repeat(28)}`])(
  "a header of %j is no signature",
  (header) => {
    const headers = new Headers(header === null ? {} : { "x-twilio-signature": header });
    expect(twilioSignature(headers)).toBeNull();
  },
);
