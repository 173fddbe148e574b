import { Output, type Template, toValueSync, Value } from "liquidjs";

/** `{{ data.total | hold }}`: without a value the message waits for it. */
export const HOLD_FILTER = "hold";
/** What says what becomes of a place without a value. */
const ANSWERS: readonly string[] = ["default", HOLD_FILTER];

/** A text cannot be written yet; never leaves the rendering. */
export class AwaitedValue extends Error {}

const isAbsent = (value: unknown) => value === undefined || value === null;

/** The value itself. Throws `AwaitedValue` where there is none, or only an empty text. */
export function hold(value: unknown): unknown {
  if (isAbsent(value) || value === "") throw new AwaitedValue("waits for its value");
  return value;
}

/**
 * Lets a value that is missing go past the filters that would form it, to the `default` or `hold`
 * behind them: the engine by itself knows only a `default` that stands first.
 */
export function passMissing(nodes: Iterable<Template>): void {
  for (const node of nodes) {
    const children = node.children?.(false, true);
    if (children) passMissing(toValueSync(children));
    if (node instanceof Output) answering(node.value);
  }
}

function answering(value: Value): void {
  const first = value.filters.findIndex(({ name }) => ANSWERS.includes(name));
  if (first === -1) return;
  const { initial, filters } = value;
  const unformed: Value = Object.create(Value.prototype, {
    initial: { value: initial },
    filters: { value: filters.slice(first) },
  });
  const formed: Value = Object.create(Value.prototype, {
    initial: { value: initial },
    filters: { value: filters },
  });
  value.value = function* (context) {
    const given: unknown = yield initial.evaluate(context, true);
    return yield (isAbsent(given) ? unformed : formed).value(context, true);
  };
}
