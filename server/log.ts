import { DrizzleQueryError } from "drizzle-orm";
import { type DestinationStream, type Logger, pino, stdSerializers } from "pino";

const CAUSES_MAX = 5;

/** The process's log. Errors go under `err`; of a failed statement it shows the text, never the values. */
export const createLog = (level: string, to?: DestinationStream): Logger =>
  pino({ level, serializers: { err: withoutValues } }, to);

/** Drizzle writes a statement's values into its error: people's addresses, event data, hashes. */
function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { params: _, ...shown } = stdSerializers.err(error);
  for (const values of valuesIn(error)) {
    shown.message = shown.message.replaceAll(values, "");
    shown.stack = shown.stack.replaceAll(values, "");
  }
  return shown;
}

function valuesIn(error: Error): string[] {
  const found: string[] = [];
  let current: unknown = error;
  for (let i = 0; i < CAUSES_MAX && current instanceof Error; i++) {
    if (current instanceof DrizzleQueryError) found.push(`\nparams: ${current.params}`);
    current = current.cause;
  }
  return found;
}
