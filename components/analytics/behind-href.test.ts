import { expect, it } from "vitest";
import { behindHref } from "./behind-href";

const days = { from: "2026-10-27", to: "2026-11-23" };

it("names the measure, the days and the page's filters; the number's stage stands before the page's", () => {
  const filters = { workflow: "invoices", stage: "first", version: 3, team: undefined };
  expect(behindHref("live", { days, filters }, { measure: "responded" })).toBe(
    "/live/cases?behind=responded&from=2026-10-27&to=2026-11-23&workflow=invoices&stage=first&version=3",
  );
  expect(
    behindHref("live", { days, filters }, { measure: "stage_unanswered", stage: "last" }),
  ).toContain("&stage=last&");
  expect(
    behindHref("live", { days, filters: {} }, { measure: "delivered", channel: "sms" }),
  ).toMatch(/channel=sms$/);
});
