import { describe, expect, it } from "vitest";
import { paramsOf } from "./address";
import { CASE_LIST, CASE_VIEWS } from "./case-fields";
import { FILTER_TEXT_MAX } from "./field";
import {
  listAddressHref,
  readListAddress,
  viewHref,
  viewQuery,
  writeListAddress,
} from "./list-address";
import { TEAM_LIST } from "./team-fields";

const read = (query: string) => readListAddress(CASE_LIST, paramsOf(query));
const hrefOf = (query: string, change: Parameters<typeof listAddressHref>[3]) =>
  listAddressHref("/acme/cases", CASE_LIST, read(query), change);

describe("the address of a list", () => {
  it("is short: what is as usual is not in it", () => {
    expect(writeListAddress(CASE_LIST, read(""))).toBe("");
    expect(
      hrefOf("sort=-opened&size=50&cols=subject,person,workflow,state,due,next,owner", {}),
    ).toBe("/acme/cases");
  });

  it("stays as people read it", () => {
    const query = "state=open&stage=reminder,first&due=lt:2d&sort=-due&cols=subject,next&size=100";
    expect(writeListAddress(CASE_LIST, read(query))).toBe(query);
  });

  it("reads every view that comes with the product as it was written", () => {
    for (const query of Object.values(CASE_VIEWS)) {
      const written = viewQuery(CASE_LIST, read(query));
      expect([...new URLSearchParams(written)].sort()).toEqual(
        [...new URLSearchParams(query)].sort(),
      );
    }
  });

  it("begins at the first page when the filter or the order changes, not when a case is looked into", () => {
    const [filter] = read("state=open").filters;
    expect(hrefOf("cursor=abc", { filters: filter ? [filter] : [] })).not.toContain("cursor");
    expect(hrefOf("cursor=abc", { sort: { by: "due", desc: true } })).not.toContain("cursor");
    expect(hrefOf("cursor=abc", { peek: "C-12" })).toBe("/acme/cases?cursor=abc&peek=C-12");
  });

  it("leaves out orders, columns and sizes it does not know", () => {
    expect(writeListAddress(CASE_LIST, read("sort=colour&cols=colour&size=7&state=blue"))).toBe("");
  });

  it("names the values that a field does not have, and nothing else of what it was asked", () => {
    const { filters, unread } = read("state=open,bogus&priority=not:huge&due=soon&other=1&owner=");
    expect(filters).toEqual([{ field: "state", op: "is", values: ["open"] }]);
    expect(unread).toEqual([
      { field: "state", value: "bogus" },
      { field: "due", value: "soon" },
      { field: "priority", value: "huge" },
    ]);
    expect(read("state=open&q=x")).not.toHaveProperty("unread");
    const long = read(`priority=${"x".repeat(5_000)}`).unread?.[0]?.value;
    expect(long).toHaveLength(FILTER_TEXT_MAX);
  });

  it("keeps what others on the page ask, last, through filters, orders and views, and out of views that are saved", () => {
    const asked = "at=2026-03-01T10:00&ask=team:billing";
    const teams = readListAddress(TEAM_LIST, paramsOf(`${asked}&q=eu&cursor=abc&other=1`));
    const kept = "ask=team:billing&at=2026-03-01T10:00";
    expect(writeListAddress(TEAM_LIST, teams)).toBe(`q=eu&cursor=abc&${kept}`);
    expect(listAddressHref("/acme/teams", TEAM_LIST, teams, { filters: [] })).toBe(
      `/acme/teams?${kept}`,
    );
    expect(viewHref("/acme/teams", teams, "problem=no_lead")).toBe(
      `/acme/teams?problem=no_lead&${kept}`,
    );
    expect(viewQuery(TEAM_LIST, teams)).toBe("q=eu");
    expect(writeListAddress(CASE_LIST, read(asked))).toBe("");
  });
});
