/** Cases an operator can act on while they wait for the answer; more are left to a job. */
export const CASES_AT_ONCE_MAX = 20;
