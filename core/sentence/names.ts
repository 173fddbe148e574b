import type { Fields } from "./render";

/**
 * Labels for what documents and decisions name by key. A function that is missing, or gives
 * nothing, leaves the key itself (in quotes where a sentence needs to set it off).
 */
export type Names = {
  template?: ((key: string) => string | undefined) | undefined;
  team?: ((key: string) => string | undefined) | undefined;
  topic?: ((key: string) => string | undefined) | undefined;
  policy?: ((key: string) => string | undefined) | undefined;
  person?: ((id: string) => string | undefined) | undefined;
  rota?: ((key: string) => string | undefined) | undefined;
  /** What a button says, by the name of its action. */
  action?: ((id: string) => string | undefined) | undefined;
  endpoint?: ((url: string) => string | undefined) | undefined;
  /** What a CEL expression says: “amount is over €5,000”. */
  condition?: ((cel: string) => string | undefined) | undefined;
};

export type SentenceOptions = {
  locale: string;
  names?: Names | undefined;
  /** Slots keep their marks, for `sentenceParts`. */
  marks?: boolean | undefined;
};

/** The fourth argument of `render` for sentences that can be asked for with their slots. */
export const fieldsFor = ({ marks }: SentenceOptions, fields: Fields = {}): Fields | undefined =>
  marks ? fields : undefined;

const QUOTES = { en: ["“", "”"], de: ["„", "“"] } as const;

/** The label, or the key in the quotation marks of the language. */
export function label(
  kind: keyof Names,
  key: string,
  { names }: SentenceOptions,
  quotes: keyof typeof QUOTES,
): string {
  const [open, close] = QUOTES[quotes];
  return names?.[kind]?.(key) ?? `${open}${key}${close}`;
}
