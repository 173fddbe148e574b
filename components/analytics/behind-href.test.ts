import { expect, it } from "vitest";
import { paramsOf, readFilters } from "@/core/filter/address";
import { readBehind } from "@/core/filter/behind";
import { CASE_LIST } from "@/core/filter/case-fields";
import { behindHref } from "./behind-href";

const days = { from: "2026-10-27", to: "2026-11-23" };

it("names the measure, its own stage, the days and the page's filters", () => {
  const filters = { workflow: "invoices", stage: "first", version: 3, team: undefined };
  const href = behindHref(
    "live",
    { days, filters },
    { measure: "stage_unanswered", stage: "last" },
  );
  const [path, query = ""] = href.split("?");
  expect(path).toBe("/live/cases");
  const [filter] = readFilters(CASE_LIST.fields, paramsOf(query));
  expect(readBehind(filter?.values ?? [])).toMatchObject({
    measure: "stage_unanswered",
    stage: "last",
    days,
    filters: { workflow: "invoices", stage: "first", version: 3 },
  });
});
