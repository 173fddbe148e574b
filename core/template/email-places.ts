import { assert } from "@/core/assert";

/** What stands at the places of a skeleton: HTML, attributes and colours that are harmless already. */
export type Values = Readonly<Record<string, string>>;

const PLACE = /\u27e6(\w+)\u27e7/g;

/** Takes a skeleton apart once; what it gives puts values at its places. A place without a value is a bug. */
export function filling(skeleton: string): (values: Values) => string {
  const parts = skeleton.split(PLACE);
  return (values) => {
    let text = "";
    for (let index = 0; index < parts.length; index += 2) {
      text += parts[index] ?? "";
      const name = parts[index + 1];
      if (name === undefined) continue;
      const value = values[name];
      assert(value !== undefined, `an email has a value for ${name}`);
      text += value;
    }
    return text;
  };
}
