import { describe, expect, it } from "vitest";
import type { CaseRow } from "@/server/cases/case-row";
import { isHelper, readSeen, seenText } from "./helper";
import type { Link } from "./link";

const link = (person: string, audience: string) =>
  ({
    matter: { personId: "mara" },
    person: { id: person },
    message: { request: { audience } },
  }) as unknown as Link;

const row = (changes: Partial<CaseRow>) =>
  ({ level: 1, acknowledgedAt: null, revision: 4, memory: {}, ...changes }) as CaseRow;

describe("a helper", () => {
  it("was called in", () => {
    expect(isHelper(link("ben", "escalation"))).toBe(true);
    expect(isHelper(link("ben", "involved"))).toBe(false);
  });

  it("is not whom the matter is about, though a level named them too", () => {
    expect(isHelper(link("mara", "escalation"))).toBe(false);
  });
});

describe("what a page showed", () => {
  it("names the turn beside the level, which may be told more than once", () => {
    const told = (visit: number) => row({ memory: { turnTold: { visit, at: 0 } } });
    expect(readSeen(seenText(told(3)))).toMatchObject({ level: 1, visit: 3, acknowledgedAt: 0 });
    expect(seenText(told(5))).not.toBe(seenText(told(3)));
    expect(readSeen(seenText(row({})))).toMatchObject({ visit: 0 });
  });

  it("is nothing where it was not ours", () => {
    for (const text of ["", "1.2.3", "1.2.3.4.5", "1.-2.3.4", "a.b.c.d"]) {
      expect(readSeen(text)).toBeUndefined();
    }
  });
});
