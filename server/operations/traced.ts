import { type Attributes, SpanStatusCode, trace } from "@opentelemetry/api";

/** On a span that did nothing, such as a round without work: it is not exported. */
export const IDLE = "followthrough.idle";

/**
 * Does some work under a span of its own; what it begins stands below it. Without a tracer, which is the
 * rule, it costs a function call. Attributes name workspaces and ids, never people or contents.
 */
export function traced<T>(
  name: string,
  attributes: Attributes,
  work: (note: (more: Attributes) => void) => Promise<T>,
): Promise<T> {
  return trace.getTracer("followthrough").startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work((more) => span.setAttributes(more));
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      if (error instanceof Error) span.recordException(error);
      throw error;
    } finally {
      span.end();
    }
  });
}
