import { describe, expect, it } from "vitest";
import { localParts } from "@/core/calendar/zone";
import { runScenario } from "@/core/case/run-scenario";
import { presetsFor } from "@/core/case/scenario-presets";
import type { ScenarioTest, SimulatedPerson } from "@/core/case/scenario-test";
import { starterFacts } from "@/core/gallery/starter-facts";
import { unpaidInvoice } from "@/core/gallery/unpaid-invoice";
import { eventRows, stepsUpTo } from "./event-rows";
import { presentData } from "./present-data";

const startAt = "2026-03-02T10:00:00Z";
const from = Date.parse(startAt);
const { definition, templates: contents } = unpaidInvoice;
const facts = starterFacts(unpaidInvoice, from);
const templates = new Map(Object.entries(contents));
const TOKYO = { name: "Tokyo", timeZone: "Asia/Tokyo" };
const NEW_YORK = { name: "New York", timeZone: "America/New_York" };

function rowsFor(person: SimulatedPerson, every = false) {
  const zone = "timeZone" in person ? person.timeZone : "UTC";
  const data = presentData(definition, { due: "2026-03-13", from, zone }) as ScenarioTest["data"];
  const test = { key: "t", name: "t", person, startAt, data };
  const play = (scenario: ScenarioTest["scenario"]) =>
    runScenario(definition, { ...test, scenario }, facts, templates);
  const quiet = play({ behaviours: [] });
  const preset = presetsFor({ definition, templates, quiet }).find(
    ({ key }) => key === "opens_never_responds",
  );
  const run = play(preset?.scenario ?? { behaviours: [] });
  return { run, rows: eventRows(run, { locale: "en", facts, names: {}, every }) };
}

describe("the rows of a simulation", () => {
  it("keep 09:00 on both sides of a clock change, and only those whose clocks moved say so", () => {
    for (const [person, moved] of [
      [TOKYO, 0],
      [NEW_YORK, 1],
    ] as const) {
      const { rows, run } = rowsFor(person);
      const own = rows.filter(({ message, zone }) => message && zone === run.zone);
      const morning = own.filter(({ at, zone }) => localParts(at, zone).time === "09:00");
      expect(morning.length, person.name).toBeGreaterThanOrEqual(3);
      expect(own.filter(({ clock }) => clock !== null)).toHaveLength(moved);
    }
  });

  it("name the moment of the clock change that lies between two messages", () => {
    const { rows } = rowsFor(NEW_YORK);
    const moved = rows.find(({ clock }) => clock);
    expect(moved?.clock?.at).toBe(Date.parse("2026-03-08T07:00:00Z"));
    expect(localParts(moved?.at ?? 0, "America/New_York")).toMatchObject({
      date: "2026-03-10",
      time: "09:00",
    });
  });

  it("have one for every message that is not sent, with its reason", () => {
    const { rows, run } = rowsFor(NEW_YORK);
    const unsent = run.simulation.messages.filter(({ status }) => status === "not_sent");
    expect(unsent.length).toBeGreaterThan(0);
    for (const { id } of unsent) {
      const row = rows.find(({ message }) => message?.id === id && message.status === "not_sent");
      expect(row?.because).toEqual(expect.any(String));
    }
  });

  it("leave out what only leads on, unless it is asked for", () => {
    const { rows } = rowsFor(TOKYO);
    expect(rowsFor(TOKYO, true).rows.length).toBeGreaterThan(rows.length);
    expect(rows.map(({ n }) => n)).toEqual(rows.map((_, i) => i + 1));
  });

  it("come to more and more steps, in the order of the plan", () => {
    const { rows, run } = rowsFor(TOKYO);
    const all = stepsUpTo(rows, rows.length);
    expect(stepsUpTo(rows, 2)).toEqual(all.slice(0, 1));
    expect(all.every((id) => run.visited.includes(id))).toBe(true);
  });
});
