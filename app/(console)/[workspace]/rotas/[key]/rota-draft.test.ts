import { expect, it } from "vitest";
import type { RotaPlan } from "@/core/rota/rota";
import { draftOf, inputOf, newLayer, planOf } from "./rota-draft";

const plan: RotaPlan = {
  name: "On call",
  timeZone: "Europe/Berlin",
  layers: [
    {
      name: "Weekly",
      people: ["ana", "ben"],
      startsOn: "2026-01-05",
      handoverAt: "09:00",
      rotation: { every: 2, unit: "week" },
    },
    {
      name: "Nights",
      people: ["cy"],
      startsOn: "2026-01-05",
      endsOn: "2026-06-30",
      handoverAt: "18:00",
      rotation: { rrule: "FREQ=WEEKLY;BYDAY=MO,TH" },
      hours: [{ days: ["mon", "tue"], from: "18:00", to: "08:00" }],
    },
  ],
};

it("means what it was made of", () => {
  expect(inputOf(draftOf(plan))).toEqual(plan);
  expect(planOf(draftOf(plan))).toEqual(plan);
});

it("makes no plan while somebody or a number is missing", () => {
  const { layers, ...rest } = draftOf(plan);
  expect(planOf({ ...rest, layers: [...layers, newLayer(9, "New", "2026-01-05")] })).toBeNull();
  expect(planOf({ ...rest, layers: layers.map((layer) => ({ ...layer, every: "" })) })).toBeNull();
});
