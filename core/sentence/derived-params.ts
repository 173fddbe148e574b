import type { Names } from "./names";
import { isRecord } from "./param-text";

type Params = Record<string, unknown>;

/**
 * What a sentence wants to say and the log holds in another form: the event that opened the case
 * is its actor, a person stands as an id, a time that ran out as its two ends.
 */
export function withDerived(params: Params, names: Names | undefined): Params {
  const derived: Params = {};
  const { by, personId, since, until } = params;
  if (isRecord(by) && by.kind === "event") derived.event = by.name;
  if (typeof personId === "string") derived.person = names?.person?.(personId);
  if (typeof since === "number" && typeof until === "number" && until > since) {
    derived.after = until - since;
  }
  const given = Object.entries(params).filter(([, value]) => value !== undefined);
  return { ...derived, ...Object.fromEntries(given) };
}
