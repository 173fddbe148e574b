const GSM_BASIC =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const GSM_EXTENDED = "\f^{}\\[~]|€";

const BASIC = new Set(GSM_BASIC);
const EXTENDED = new Set(GSM_EXTENDED);

export type SmsSegments = {
  encoding: "gsm7" | "ucs2";
  /** Septets (GSM 03.38) or 16-bit units (UCS-2). */
  units: number;
  segments: number;
  /** Units that still fit into the last segment. */
  unitsLeft: number;
  /** Characters that force UCS-2, each once. */
  unicodeCharacters: string[];
};

/**
 * How many SMS a text costs. GSM-7: 160 septets alone, 153 in a chain; UCS-2: 70 and 67 units. An
 * escape pair (GSM) or surrogate pair (UCS-2) is never cut between two segments.
 */
export function smsSegments(text: string): SmsSegments {
  const characters = [...text];
  const unicode = new Set(characters.filter((char) => !BASIC.has(char) && !EXTENDED.has(char)));
  const gsm = unicode.size === 0;
  const costOf = (char: string) => (gsm ? (EXTENDED.has(char) ? 2 : 1) : char.length);
  const units = characters.reduce((sum, char) => sum + costOf(char), 0);
  const single = gsm ? 160 : 70;
  const chained = gsm ? 153 : 67;
  const encoding = gsm ? "gsm7" : "ucs2";
  const unicodeCharacters = [...unicode];
  if (units <= single) {
    const segments = units === 0 ? 0 : 1;
    return {
      encoding,
      units,
      segments,
      unitsLeft: single - units,
      unicodeCharacters,
    };
  }
  let segments = 1;
  let used = 0;
  for (const char of characters) {
    const cost = costOf(char);
    if (used + cost > chained) {
      segments++;
      used = 0;
    }
    used += cost;
  }
  return {
    encoding,
    units,
    segments,
    unitsLeft: chained - used,
    unicodeCharacters,
  };
}
