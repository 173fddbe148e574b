import type { HealthReport } from "@/core/contracts/analytics/health";
import type { TallySum } from "@/core/metrics/tally-sums";
import { countUnreachable } from "@/db/queries/reachability";
import { type OpenReport, scopeOf } from "./open-report";

/** What kept messages of the period from people, by reason; and who cannot be reached as things stand. */
export async function readHealth(report: OpenReport): Promise<HealthReport> {
  const { db, workspaceId, source } = report;
  const of = async (prefix: "not_sent/" | "held/" | "failed/") =>
    byReason(await source.sums({ prefix }), prefix);
  const [notSent, held, failed, now] = await Promise.all([
    of("not_sent/"),
    of("held/"),
    of("failed/"),
    countUnreachable(db, workspaceId),
  ]);
  return { ...scopeOf(report), notSent, held, failed, ...now };
}

/** The most frequent first. */
function byReason(sums: readonly TallySum[], prefix: string): HealthReport["held"] {
  const reasons = new Map<string, { code: string; channel: string; n: number }>();
  for (const { measure, channel, n } of sums) {
    const code = measure.slice(prefix.length);
    const key = `${code}|${channel}`;
    reasons.set(key, { code, channel, n: (reasons.get(key)?.n ?? 0) + n });
  }
  return [...reasons.values()]
    .filter(({ n }) => n > 0)
    .toSorted((a, b) => b.n - a.n || (a.code < b.code ? -1 : 1));
}
