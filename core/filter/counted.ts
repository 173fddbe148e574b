/** Rows that match are counted up to here: more reads "10,000+". */
export const COUNTED_MAX = 10_000;
