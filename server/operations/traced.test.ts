import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { startTracing } from "./start-tracing";
import { IDLE, traced } from "./traced";

type Sent = { name: string; spanId: string; parentSpanId?: string; status?: { code?: number } };

/** What a collector gets that speaks OTLP over HTTP. */
async function collector() {
  const spans: Sent[] = [];
  const resources: { key: string; value: { stringValue?: string } }[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = JSON.parse(Buffer.concat(parts).toString());
    for (const { resource, scopeSpans } of body.resourceSpans) {
      resources.push(...resource.attributes);
      for (const { spans: some } of scopeSpans) spans.push(...some);
    }
    response.setHeader("content-type", "application/json").end("{}");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, spans, resources, close: () => server.close() };
}

afterEach(() => {
  delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT;
});

test("a collector gets what was done, what it was part of and what failed, and no idle rounds", async () => {
  const { url, spans, resources, close } = await collector();
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = url;
  const stop = startTracing("worker", "followthrough");
  const failed = traced("clock round", {}, async () => {
    await traced("hand over", { channel: "email" }, async () => 1);
    throw new Error("away");
  });
  await expect(failed).rejects.toThrow("away");
  await traced("clock round", {}, async (note) => note({ [IDLE]: true }));
  await stop();
  close();
  const [inner, outer] = spans;
  expect(spans.map(({ name }) => name)).toEqual(["hand over", "clock round"]);
  expect(inner?.parentSpanId).toBe(outer?.spanId);
  expect(outer?.status?.code).toBe(2);
  expect(resources).toContainEqual({ key: "followthrough.role", value: { stringValue: "worker" } });
});

test("without a collector the work is done all the same", async () => {
  expect(await traced("anything", {}, async () => 3)).toBe(3);
});
