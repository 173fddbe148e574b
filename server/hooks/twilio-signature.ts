import { createHmac, timingSafeEqual } from "node:crypto";

const SIGNATURE = /^[A-Za-z0-9+/]{27}=$/;

/** Twilio's signature header; null when there is none that could be one. */
export function twilioSignature(headers: Headers): string | null {
  const given = headers.get("x-twilio-signature");
  return given !== null && SIGNATURE.test(given) ? given : null;
}

/**
 * Whether Twilio signed this request: HMAC-SHA1 of the address it called and the form's fields in the
 * order of their names, under the account's auth token. It does not always agree with itself on
 * whether the standard port belongs to the address, so both count. Takes constant time.
 */
export function isSignedByTwilio(
  authToken: string,
  signature: string,
  request: { url: string; form: URLSearchParams },
): boolean {
  const given = Buffer.from(signature, "base64");
  const fields = signedFields(request.form);
  return withAndWithoutPort(request.url)
    .map((url) =>
      createHmac("sha1", authToken)
        .update(url + fields, "utf8")
        .digest(),
    )
    .map((expected) => expected.length === given.length && timingSafeEqual(expected, given))
    .includes(true);
}

/** Each name with each of its values, without anything between. */
function signedFields(form: URLSearchParams): string {
  const names = [...new Set(form.keys())].sort();
  return names
    .flatMap((name) => [...new Set(form.getAll(name))].sort().map((value) => name + value))
    .join("");
}

function withAndWithoutPort(text: string): string[] {
  const url = new URL(text);
  const { protocol, host, port, pathname, search } = url;
  if (port !== "") {
    const without = new URL(url);
    without.port = "";
    return [url.href, without.href];
  }
  const standard = protocol === "https:" ? 443 : 80;
  return [url.href, `${protocol}//${host}:${standard}${pathname}${search}`];
}
