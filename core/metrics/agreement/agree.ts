import { expect } from "vitest";

/** To nine digits, where R has an answer; what rounding leaves of a 0 (1e-17) is one. */
export function agree(
  ours: number | null | undefined,
  theirs: number | null | undefined,
  what: string,
) {
  if (theirs === null || theirs === undefined || ours === theirs) return;
  const apart = Math.abs((ours ?? Number.NaN) - theirs);
  if (!(apart <= 1e-9 * Math.abs(theirs) + 1e-14)) {
    expect.fail(`${what} is ${ours}, and R says ${theirs}`);
  }
}
