import { expect, test } from "vitest";
import { demoInbox } from "./demo-inbox";

test("the samples can be answered and taken back, without a request", async () => {
  const inbox = demoInbox("de-AT");
  await inbox.open("todo");
  expect(inbox.state.lists.todo?.items[0]?.title).toBe("Rechnung 2041 ist am Freitag fällig");
  expect(inbox.state.counts).toMatchObject({ all: 4, todo: 3, unseen: 2, unread: 3 });
  await inbox.press("demo-0", { action: "paid" });
  expect(inbox.state.counts).toMatchObject({ todo: 2, unread: 2 });
  await inbox.undo("demo-0");
  expect(inbox.state.counts).toMatchObject({ todo: 3, unread: 3 });
  inbox.archive(["demo-1"]);
  inbox.snooze(["demo-2"], Date.parse("2099-01-01T00:00:00Z"));
  expect(inbox.state.counts).toMatchObject({ all: 2, archived: 1, snoozed: 1 });
});

test.each(["en", "de", "ar"])("there are samples in %s", async (lang) => {
  const inbox = demoInbox(lang);
  await inbox.open("all");
  expect(inbox.state.lists.all?.items.map(({ locale }) => locale)).toEqual(Array(4).fill(lang));
});
