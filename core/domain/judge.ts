import { parseDkimKey, RSA_BITS_ADVISED } from "./dkim";
import { isDmarc, parseDmarc } from "./dmarc";
import type { Finding, FindingCode, FindingLevel } from "./finding";
import { isSpf, lookupsOf, parseSpf, SPF_LOOKUPS_MAX } from "./spf";

/** What the name server said: records (none of them when there is no such name), or nothing at all. */
export type Asked = { name: string } & (
  | { answered: true; records: readonly string[] }
  | { answered: false; why: string }
);

type Said = Pick<Finding, "check" | "name">;
const say = (
  said: Said,
  level: FindingLevel,
  code: FindingCode,
  record = "",
  params: Finding["params"] = {},
): Finding => ({ ...said, level, code, params, record });

const silence = (said: Said, why: string): Finding =>
  say(said, "unknown", "not_answered", "", { why });

/**
 * Who may send for a domain. `lookups` are all that its record and those it includes ask the name
 * server for, as far as they were followed.
 */
export function judgeSpf(asked: Asked, lookups: number): Finding {
  const said = { check: "spf", name: asked.name } as const;
  if (!asked.answered) return silence(said, asked.why);
  const [record, second] = asked.records.filter(isSpf);
  if (record === undefined) return say(said, "problem", "spf_missing");
  if (second !== undefined) return say(said, "problem", "spf_several", `${record}\n${second}`);
  const spf = parseSpf(record);
  if ("broken" in spf) return say(said, "problem", "spf_broken", record, { term: spf.broken });
  if (lookups > SPF_LOOKUPS_MAX) {
    const params = { lookups, most: SPF_LOOKUPS_MAX };
    return say(said, "problem", "spf_too_many_lookups", record, params);
  }
  if (spf.all === "+") return say(said, "problem", "spf_open", record);
  if (spf.all === null && spf.redirect === null) return say(said, "advice", "spf_no_end", record);
  return say(said, "good", "spf_good", record, { lookups: Math.max(lookups, lookupsOf(spf)) });
}

/** The key of one selector; `own`: we sign with it, and know its record. */
export function judgeDkim(
  asked: Asked,
  selector: string,
  whose: "own" | "provider" = "provider",
): Finding {
  const said = { check: "dkim", name: asked.name } as const;
  if (!asked.answered) return silence(said, asked.why);
  const [record] = asked.records;
  if (record === undefined) return say(said, "problem", "dkim_missing", "", { selector, whose });
  const key = parseDkimKey(asked.records.find((text) => parseDkimKey(text).ok) ?? record);
  if (!key.ok) return say(said, "problem", `dkim_${key.why}`, record, { selector });
  const { bits, algorithm, testing } = key;
  if (testing) return say(said, "advice", "dkim_testing", record, { selector });
  const isShort = algorithm === "rsa" && bits < RSA_BITS_ADVISED;
  if (isShort) return say(said, "advice", "dkim_short", record, { selector, bits });
  return say(said, "good", "dkim_good", record, { selector, bits, algorithm });
}

/** What receivers shall do with mail that proves nothing; the first of `asked` that has a record counts. */
export function judgeDmarc(asked: readonly Asked[]): Finding {
  const [own] = asked;
  for (const one of asked) {
    const said = { check: "dmarc", name: one.name } as const;
    if (!one.answered) return silence(said, one.why);
    const [record, second] = one.records.filter(isDmarc);
    if (record === undefined) continue;
    if (second !== undefined) return say(said, "problem", "dmarc_several", `${record}\n${second}`);
    const dmarc = parseDmarc(record, one === own);
    if (!dmarc.ok) return say(said, "problem", "dmarc_broken", record);
    const { policy, reports } = dmarc;
    if (policy === "none") return say(said, "advice", "dmarc_none", record, { policy });
    if (!reports) return say(said, "advice", "dmarc_no_reports", record, { policy });
    return say(said, "good", "dmarc_good", record, { policy });
  }
  return say({ check: "dmarc", name: own?.name ?? "" }, "problem", "dmarc_missing");
}

/** Whether mail to the domain of the reply addresses finds a server. */
export function judgeReplies(asked: Asked): Finding {
  const said = { check: "replies", name: asked.name } as const;
  if (!asked.answered) return silence(said, asked.why);
  const server = asked.records.find((host) => host !== "");
  if (server === undefined) return say(said, "problem", "replies_missing");
  return say(said, "good", "replies_good", asked.records.join("\n"), { server });
}
