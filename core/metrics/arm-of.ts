/** What joins arms stands in a name as `%2C`, `%3D` and `%25`. */
const escaped = (name: string): string => name.replace(/[%,=]/g, encodeURIComponent);
const unescaped = (name: string): string => name.replace(/%(?:25|2C|3D)/g, decodeURIComponent);

/** Steps and the arms a case took there, as facts and filters write them: `step=arm`, joined by commas. */
export const armsText = (arms: readonly (readonly [step: string, arm: string])[]): string =>
  arms.map(([step, arm]) => `${step}=${escaped(arm)}`).join(",");

/** The same for people. */
export const armsWords = (text: string): string => text.split(",").map(unescaped).join(", ");

const ARM = /^[\w-]+=(?:[^%,=]|%25|%2C|%3D)+$/;

/** Whether cases can be asked for by this text. */
export const isArmsText = (text: string): boolean =>
  text.split(",").every((each) => ARM.test(each));

/** The arm of a step in such a text, of the names the step is known to have had; null: it came not to the step. */
export function armOfStep(text: string, step: string, names: readonly string[]): string | null {
  const arms = text.split(",");
  return names.find((name) => arms.includes(armsText([[step, name]]))) ?? null;
}
