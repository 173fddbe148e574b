import { DAY_MS, type Instant, MINUTE_MS, SECOND_MS } from "@/core/time";

/** `open`: nothing is handed over. `half_open`: one message is on its way to see whether it is over. */
export type CircuitState = "closed" | "open" | "half_open";

/**
 * The provider does not answer, or it refuses the account: its credentials, its standing, its quota.
 * `guard`: we do not call the address that the account names.
 */
export type Blame = "outage" | "account" | "guard";

/** Calls in a row that a provider did not answer before it is taken to be down. */
export const OUTAGES_TO_OPEN = 5;
/** Until the first look whether it is over; each that fails doubles the wait. */
export const PROBE_FIRST_MS = 15 * SECOND_MS;
export const PROBE_MS_MAX = 5 * MINUTE_MS;
/** A look whose worker died gives way to another after this. */
export const PROBE_LEASE_MS = MINUTE_MS;
/** Messages wait this long for their provider, counted from the moment they first could have left. */
export const DOWN_PATIENCE_MS = 3 * DAY_MS;
/** Those that wait come back one after the other within this time, so that their cases are looked at. */
export const DOWN_RECHECK_MS = 15 * MINUTE_MS;

/** Why nothing is handed to a provider now. */
export type Circuit = {
  state: Exclude<CircuitState, "closed">;
  blame: Blame;
  openedAt: Instant;
  retryAt: Instant;
  /** The provider's own words. */
  lastError: string;
};
