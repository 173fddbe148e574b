import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { AppError } from "@/core/errors";
import { countCasesByStatus } from "@/db/queries/cases";
import { countMessagesByStatus } from "@/db/queries/messages";
import { countPendingFacts, readLag, readWorkers } from "@/db/queries/operations";
import type { Ctx } from "@/server/context";
import { HEARTBEAT_MAX_S } from "./readiness";

/** Counting reads whole tables: however often somebody asks, it is done this seldom. */
const COUNTED_FOR_MS = 10_000;

function build() {
  const registers = [new Registry()] as [Registry];
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `followthrough_${name}`, help, labelNames, registers });
  const made = {
    registry: registers[0],
    cases: gauge("cases", "Cases by status", ["status"]),
    messages: gauge("messages", "Messages by status", ["status"]),
    lag: gauge("queue_lag_seconds", "How long the oldest due item has waited", ["queue"]),
    workers: gauge("workers", "Workers that gave a sign of life"),
    callbacks: new Counter({
      name: "followthrough_callbacks_total",
      help: "What providers told this process, by what was made of it; unknown: of no message that is known",
      labelNames: ["provider", "outcome"],
      registers,
    }),
    apiSeconds: new Histogram({
      name: "followthrough_api_seconds",
      help: "How long this process took to answer requests to the API that found an address",
      labelNames: ["method", "route", "outcome"],
      buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    pendingFacts: gauge("pending_facts", "Changes that the numbers of analytics do not hold yet"),
    stranded: gauge("stranded_cases", "Open cases without a next moment: must be 0"),
    countedAt: Number.NEGATIVE_INFINITY,
  };
  collectDefaultMetrics({ register: made.registry, prefix: "followthrough_" });
  return made;
}

/** Kept on the process: default metrics must be hooked up once, however often this module loads. */
const kept = globalThis as typeof globalThis & {
  __followthroughMetrics?: ReturnType<typeof build>;
};

/** Counts what a provider told, or pretended to. */
export function countCallback(
  provider: string,
  outcome: "recorded" | "repeated" | "ignored" | "unknown" | "forged",
): void {
  kept.__followthroughMetrics ??= build();
  kept.__followthroughMetrics.callbacks.inc({ provider, outcome });
}

/** Answers a request to the API, and counts how long that took under its address as the contract has it. */
export async function counted<T>(
  route: { method: string; route: string },
  answer: () => Promise<T>,
): Promise<T> {
  kept.__followthroughMetrics ??= build();
  const done = kept.__followthroughMetrics.apiSeconds.startTimer(route);
  try {
    const result = await answer();
    done({ outcome: "answered" });
    return result;
  } catch (error) {
    done({ outcome: error instanceof AppError ? "refused" : "failed" });
    throw error;
  }
}

/** Everything Prometheus asks for, in its text format. */
export async function metricsText(
  ctx: Pick<Ctx, "db">,
): Promise<{ text: string; contentType: string }> {
  kept.__followthroughMetrics ??= build();
  const metrics = kept.__followthroughMetrics;
  if (performance.now() - metrics.countedAt > COUNTED_FOR_MS) {
    metrics.countedAt = performance.now();
    await count(ctx, metrics);
  }
  const { registry } = metrics;
  return { text: await registry.metrics(), contentType: registry.contentType };
}

async function count({ db }: Pick<Ctx, "db">, metrics: ReturnType<typeof build>): Promise<void> {
  const [cases, messages, lag, workers, pendingFacts] = await Promise.all([
    countCasesByStatus(db),
    countMessagesByStatus(db),
    readLag(db),
    readWorkers(db, HEARTBEAT_MAX_S),
    countPendingFacts(db),
  ]);
  metrics.cases.reset();
  metrics.messages.reset();
  for (const { status, n } of cases) metrics.cases.set({ status }, n);
  for (const { status, n } of messages) metrics.messages.set({ status }, n);
  metrics.lag.set({ queue: "cases" }, lag.cases);
  metrics.lag.set({ queue: "messages" }, lag.messages);
  metrics.workers.set(workers.alive);
  metrics.stranded.set(workers.stranded);
  metrics.pendingFacts.set(pendingFacts);
}
