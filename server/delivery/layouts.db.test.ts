import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { findMessage } from "@/db/queries/messages";
import * as tables from "@/db/schema";
import { previewEmail } from "@/server/messages/preview-email";
import { deliveryTest, testWorld } from "./testing";

const it = deliveryTest();

const sentHtml = () =>
  it.server().accepted.map(({ raw }) => String((JSON.parse(raw) as { html: string }).html));

async function worldWithLayout() {
  const world = await testWorld(it.db());
  const { workspaceId } = world;
  const layout = { name: "Quiet", header: "Above all", locales: { de: { header: "Ganz oben" } } };
  await it.db().insert(tables.layouts).values({ workspaceId, key: "quiet", layout });
  await it
    .db()
    .insert(tables.snippets)
    .values({
      workspaceId,
      key: "bye",
      snippet: { text: "Bye {{ recipient.firstName }}", locales: { de: "Ade" } },
    });
  const content = { subject: "Hello", body: "Words. {% snippet 'bye' %}" };
  await it
    .db()
    .insert(tables.templates)
    .values({
      workspaceId,
      key: "quiet",
      template: { channel: "email", layout: "quiet", content },
    });
  return world;
}

test("an email leaves in the layout its template names, with its snippets, in the reader's language", async () => {
  const { deliver, ctx } = it.start();
  const world = await worldWithLayout();
  await world.addPerson("Max", "max@example.com", { locale: "de-AT" });
  const english = await world.addMessage(await world.addCase(), { template: "quiet" });
  await deliver();
  await world.addMessage(await world.addCase(), { template: "quiet", personId: "Max" });
  await world.addMessage(await world.addCase(), { template: "first", personId: "Max" });
  await deliver();
  const [first = "", ...later] = sentHtml();
  expect(first).toContain("Above all");
  expect(first).toContain("Bye Ana");
  expect(later.filter((html) => html.includes("Ganz oben") && html.includes("Ade"))).toHaveLength(
    1,
  );
  expect(later.filter((html) => html.includes("oben"))).toHaveLength(1);
  const row = await findMessage(it.db(), world.workspaceId, english);
  if (!row) throw new Error("the message is there");
  expect((await previewEmail(ctx, row))?.html).toContain("Above all");
});

test("a layout that is gone, or that cannot be read any more, leaves the brand's look", async () => {
  const { deliver } = it.start();
  const world = await worldWithLayout();
  const { workspaceId } = world;
  await it.db().delete(tables.layouts).where(eq(tables.layouts.workspaceId, workspaceId));
  await world.addMessage(await world.addCase(), { template: "quiet" });
  await deliver();
  expect(sentHtml()).toHaveLength(1);
  expect(sentHtml()[0]).not.toContain("Above all");
});

test("a snippet that is gone stops the message with its name and place", async () => {
  const { deliver } = it.start();
  const world = await worldWithLayout();
  await it.db().delete(tables.snippets).where(eq(tables.snippets.workspaceId, world.workspaceId));
  const id = await world.addMessage(await world.addCase(), { template: "quiet" });
  await deliver();
  expect(await world.message(id)).toMatchObject({
    status: "failed",
    code: "fail.render",
    params: { field: "body", line: 1, column: 8, text: 'there is no snippet "bye"' },
  });
});
