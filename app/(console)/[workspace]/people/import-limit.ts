/** Characters of one file: what fits into one call of a server action. */
export const IMPORT_CHARS_MAX = 2_500_000;
