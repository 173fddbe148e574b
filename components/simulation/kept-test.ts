import type { ScenarioTest } from "@/core/case/scenario-test";

const KEY_CHARS_MAX = 100;

/** A key nobody has yet: “opens-never-responds”, “opens-never-responds-2”. */
export function keyFor(name: string, taken: readonly Pick<ScenarioTest, "key">[]): string {
  const words = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, KEY_CHARS_MAX)
    .replace(/^-+|-+$/g, "");
  const base = words || "scenario";
  const used = new Set(taken.map(({ key }) => key));
  for (let n = 1; ; n++) {
    const key = n === 1 ? base : `${base}-${n}`;
    if (!used.has(key)) return key;
  }
}
