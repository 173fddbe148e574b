import { context, propagation, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, type SpanProcessor, TracerProvider } from "@opentelemetry/sdk-trace";
import { IDLE } from "./traced";

/** Passes on every span but those of rounds without work. */
class WithoutIdle implements SpanProcessor {
  readonly #next: SpanProcessor;

  constructor(next: SpanProcessor) {
    this.#next = next;
  }

  onStart: SpanProcessor["onStart"] = (span, parent) => this.#next.onStart(span, parent);
  onEnd: SpanProcessor["onEnd"] = (span) => {
    if (span.attributes[IDLE] !== true) this.#next.onEnd(span);
  };
  forceFlush = () => this.#next.forceFlush();
  shutdown = () => this.#next.shutdown();
}

/**
 * Sends spans to `OTEL_EXPORTER_OTLP_ENDPOINT` (OTLP over HTTP, JSON) until the returned function is
 * called, which sends what is left. Headers and timeouts are the SDK's own variables.
 */
export function startTracing(role: "web" | "worker", serviceName: string): () => Promise<void> {
  const exporter = new OTLPTraceExporter();
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ "service.name": serviceName, "followthrough.role": role }),
    spanProcessors: [new WithoutIdle(new BatchSpanProcessor({ exporter }))],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(provider);
  return async () => {
    await provider.shutdown().catch(() => {});
    trace.disable();
    context.disable();
    propagation.disable();
  };
}
