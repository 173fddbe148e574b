import type { Names } from "./names";
import { isRecord } from "./param-text";

type Params = Record<string, unknown>;

/**
 * What a sentence wants to say and the log holds in another form: the event that opened the case
 * is its actor, a person stands as an id, a button as its action, a time that ran out as its two ends.
 */
export function withDerived(stored: Params, names: Names | undefined): Params {
  const derived: Params = {};
  let params = stored;
  const { by, personId, since, until } = params;
  if (isRecord(by) && by.kind === "event") derived.event = by.name;
  if (typeof personId === "string") derived.person = names?.person?.(personId);
  if (typeof since === "number" && typeof until === "number" && until > since) {
    derived.after = until - since;
  }
  if (names?.action && (params.kind === "action" || params.how === "action" || params.action)) {
    for (const slot of ["name", "answer", "action"]) {
      const id = params[slot];
      if (typeof id === "string") params = { ...params, [slot]: names.action(id) ?? id };
    }
  }
  const given = Object.entries(params).filter(([, value]) => value !== undefined);
  return { ...derived, ...Object.fromEntries(given) };
}
