import { describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS } from "@/core/time";
import { compile } from "@/core/workflow/compile";
import { Definition } from "@/core/workflow/definition";
import type { Program } from "@/core/workflow/program";
import { mail, open, START, wait } from "./example-case";
import type { Matter } from "./matter";
import { nextMessageAt } from "./next-message";

const now = START + HOUR_MS;
const next = ({ program, state, facts }: Matter) => nextMessageAt(program, state, facts, now);

function programOf(steps: unknown[]): Program {
  const stages = [{ id: "stage0", name: "Stage 0", steps }];
  const document = { schema: 1, purpose: "reminder", topic: "t", subject: "x", stages };
  return compile(Definition.parse(document), { workflow: "w", version: 2 });
}

const moved = ({ state, facts }: Matter, to: Program, landing: string) => {
  const by = { kind: "plan" as const };
  const event = {
    type: "moved_to_version" as const,
    at: now,
    by,
    version: 2,
    landing: to.addressOf.get(landing) ?? 0,
  };
  return nextMessageAt(to, state, facts, now, event);
};

describe("the next message of a case", () => {
  it("comes when its wait is over", () => {
    expect(next(open({ steps: [wait("hold", "P2D"), mail("remind")] }))).toBe(START + 2 * DAY_MS);
  });

  it("never comes where no step sends any more", () => {
    expect(next(open({ steps: [wait("hold", "P2D")] }))).toBeNull();
  });

  it("comes later in a version that waits longer, counted from when the wait began", () => {
    const matter = open({ steps: [wait("hold", "P2D"), mail("remind")] });
    const longer = programOf([wait("hold", "P3D"), mail("remind")]);
    expect(moved(matter, longer, "hold")).toBe(START + 3 * DAY_MS);
  });

  it("leaves at once in a version that sends where the case goes on", () => {
    const matter = open({ steps: [wait("hold", "P2D"), mail("remind")] });
    expect(moved(matter, programOf([mail("remind"), wait("later", "P1D")]), "remind")).toBe(now);
  });
});
