import { describe, expect, it } from "vitest";
import { parseDate } from "@/core/calendar/civil";
import { paramsOf, readFilters, writeFilters } from "./address";
import { reportAsked } from "./report-asked";
import { REPORT_LIST } from "./report-fields";

const TODAY = parseDate("2026-11-23") ?? 0;
const asked = (query: string) =>
  reportAsked(readFilters(REPORT_LIST.fields, paramsOf(query)), TODAY);

describe("what an address of the numbers asks for", () => {
  it("is four weeks up to today, beside those before", () => {
    expect(asked("")).toMatchObject({
      period: "m",
      days: { from: "2026-10-27", to: "2026-11-23" },
      compare: "previous",
      by: "none",
      clock: "wall",
    });
  });

  it("is the days chosen by hand where there are some", () => {
    expect(asked("from=2026-11-10&to=2026-11-19&period=y&compare=year")).toMatchObject({
      period: "custom",
      days: { from: "2026-11-10", to: "2026-11-19" },
      compare: "year",
    });
  });

  it("leaves out days that are none, too many, or not there yet", () => {
    for (const query of [
      "from=2026-02-30",
      "from=2026-11-20&to=2026-11-01",
      "from=2020-01-01",
      "from=2027-01-01",
    ]) {
      expect([query, asked(query).period]).toEqual([query, "m"]);
    }
    expect(asked("from=2026-11-20&to=2026-12-24").days.to).toBe("2026-11-23");
  });

  it("takes one value of a field, and no others' opposite", () => {
    expect(asked("workflow=a,b&team=not:x&channel=pigeon&version=0").filters).toEqual({
      workflow: "a",
    });
    expect(asked("version=3").filters).toEqual({});
    const filters = readFilters(
      REPORT_LIST.fields,
      paramsOf("workflow=w&arm=s_4=b&version=3&stage=reminder"),
    );
    expect(reportAsked(filters, TODAY).filters).toMatchObject({ arm: "s_4=b", version: 3 });
    expect(new URLSearchParams(writeFilters(REPORT_LIST.fields, filters)).get("arm")).toBe("s_4=b");
    expect(asked("arm=first%3Dshort,second%3Dlong").filters.arm).toBe("first=short,second=long");
  });
});
