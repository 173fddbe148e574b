/** What was looked at for one domain that mail comes from. */
export const DOMAIN_CHECKS = ["spf", "dkim", "dmarc", "replies"] as const;
export type DomainCheck = (typeof DOMAIN_CHECKS)[number];

/** `unknown`: the name server did not answer, so nothing is said about the domain. */
export type FindingLevel = "good" | "advice" | "problem" | "unknown";

/** Each code has a sentence; `params` are its values. */
export const FINDING_CODES = [
  "spf_good",
  "spf_missing",
  "spf_several",
  "spf_broken",
  "spf_too_many_lookups",
  "spf_open",
  "spf_no_end",
  "dkim_good",
  "dkim_missing",
  "dkim_not_found",
  "dkim_revoked",
  "dkim_broken",
  "dkim_short",
  "dkim_testing",
  "dmarc_good",
  "dmarc_none",
  "dmarc_missing",
  "dmarc_several",
  "dmarc_broken",
  "dmarc_no_reports",
  "replies_good",
  "replies_missing",
  "not_answered",
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

export type Finding = {
  check: DomainCheck;
  level: FindingLevel;
  code: FindingCode;
  params: Readonly<Record<string, string | number>>;
  /** The name that was asked for, and the record as it was found; empty when there was none. */
  name: string;
  record: string;
};
