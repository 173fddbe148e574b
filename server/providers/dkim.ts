import { createPrivateKey, createPublicKey, generateKeyPairSync } from "node:crypto";

/** Who signs, and with what (RFC 6376). `privateKey` is RSA in PEM. */
export type Dkim = { domain: string; selector: string; privateKey: string };

const KEY_BITS = 2_048;

/**
 * Headers a signature covers where they are there. Gmail and Yahoo want both of List-Unsubscribe in it
 * (RFC 8058 §4).
 */
const SIGNED_HEADERS = [
  "From",
  "Reply-To",
  "Subject",
  "Date",
  "Message-ID",
  "To",
  "MIME-Version",
  "Content-Type",
  "Content-Transfer-Encoding",
  "In-Reply-To",
  "References",
  "List-ID",
  "List-Unsubscribe",
  "List-Unsubscribe-Post",
  "Auto-Submitted",
];

/** As nodemailer wants to be told. */
export const dkimOptions = ({ domain, selector, privateKey }: Dkim) => ({
  domainName: domain,
  keySelector: selector,
  privateKey,
  headerFieldNames: SIGNED_HEADERS.join(":"),
});

/** A pair of keys; the public one as it stands in the DNS. */
export function newDkimKeys(): { publicKey: string; privateKey: string } {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: KEY_BITS });
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  return { privateKey: pem, publicKey: publicKeyOf(pem) };
}

/** The public half of a private key, as it stands in the DNS. Throws for what is no key. */
function publicKeyOf(privateKey: string): string {
  const key = createPublicKey(createPrivateKey(privateKey));
  return key.export({ type: "spki", format: "der" }).toString("base64");
}
