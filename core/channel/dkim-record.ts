/** Where receivers look for the key of a domain's signatures. */
export const dkimName = (domain: string, selector: string): string =>
  `${selector}._domainkey.${domain}`;

/** The TXT record that stands there; `publicKey` is the base64 of its DER. */
export const dkimRecord = (publicKey: string): string => `v=DKIM1; k=rsa; p=${publicKey}`;
