import { expect, it } from "vitest";
import { shiftsOf } from "./shifts";

const rota = {
  key: "on-call",
  name: "On call",
  timeZone: "Europe/Berlin",
  layers: [
    {
      name: "Weekly",
      people: ["ana", "ben", "cy"],
      startsOn: "2026-10-05",
      handoverAt: "09:00",
      rotation: { every: 7, unit: "day" as const },
    },
  ],
  overrides: [],
};
const at = (text: string) => Date.parse(text);

it("names who is on call and who follows, each from handover to handover", () => {
  expect(shiftsOf(rota, at("2026-10-07T12:00:00Z"), 3)).toEqual([
    { personId: "ana", from: at("2026-10-05T07:00:00Z"), until: at("2026-10-12T07:00:00Z") },
    { personId: "ben", from: at("2026-10-12T07:00:00Z"), until: at("2026-10-19T07:00:00Z") },
    { personId: "cy", from: at("2026-10-19T07:00:00Z"), until: at("2026-10-26T08:00:00Z") },
  ]);
});

it("keeps the local hour when the clocks change", () => {
  const [shift] = shiftsOf(rota, at("2026-10-24T12:00:00Z"), 1);
  expect(shift).toEqual({
    personId: "cy",
    from: at("2026-10-19T07:00:00Z"),
    until: at("2026-10-26T08:00:00Z"),
  });
});

it("hands over at the minute, not before", () => {
  const handover = at("2026-10-12T07:00:00Z");
  expect(shiftsOf(rota, handover - 1, 1)[0]?.personId).toBe("ana");
  expect(shiftsOf(rota, handover, 1)[0]).toMatchObject({ personId: "ben", from: handover });
});
