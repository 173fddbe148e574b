const SHOWN_DIGITS = 2;

/** An address that its owner recognises and nobody else learns: `m•••@example.com`, `+••• 12`. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf("@");
  if (at > 0) return `${[...address][0]}•••${address.slice(at)}`;
  const digits = address.replace(/\D/g, "");
  if (address.startsWith("+") && digits.length > 4) return `+••• ${digits.slice(-SHOWN_DIGITS)}`;
  return "•••";
}
