import { expect, it } from "vitest";
import { paramsOf, readFilters } from "./address";
import { REPORT_LIST } from "./report-fields";
import { unreadInReport } from "./report-unread";

const unread = (query: string) =>
  unreadInReport(readFilters(REPORT_LIST.fields, paramsOf(query))).map(
    ({ field, value }) => `${field}=${value}`,
  );

it("says what of an address no report can be limited by", () => {
  expect(unread("arm=nonsense&segment=vip&workflow=w&version=two&by=channel")).toEqual([
    "version=two",
    "arm=nonsense",
    "segment=vip",
  ]);
  expect(unread("workflow=w&version=12345678901")).toEqual(["version=12345678901"]);
  expect(unread("arm=first%3Dshort,second")).toEqual(["arm=first=short,second"]);
});

it("takes versions of one workflow only", () => {
  expect(unread("version=2&by=version")).toEqual(["by=version", "version=2"]);
  expect(unread("workflow=w&version=2&by=version")).toEqual([]);
});

it("takes what reports and their links say", () => {
  const segment = "01890000-0000-7000-8000-000000000000";
  expect(unread(`arm=first%3Dshort,second%3DSoft%252C+short&segment=${segment}&by=arm`)).toEqual(
    [],
  );
  expect(unread("topic=x&team=y&stage=z&locale=de&period=w")).toEqual([]);
});
