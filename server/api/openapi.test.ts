import { beforeAll, expect, it } from "vitest";
import { openApiDocument } from "./openapi";

type Operation = { summary?: string; description?: string; responses: Record<string, unknown> };
let document: { paths: Record<string, Record<string, Operation>>; components: { schemas: object } };
let text: string;

beforeAll(async () => {
  text = await openApiDocument();
  document = JSON.parse(text);
});

it.each([
  ["post", "/events"],
  ["post", "/events/batch"],
  ["get", "/events/{id}"],
  ["get", "/sandbox/clock"],
  ["post", "/workflows/{key}/publish"],
  ["get", "/workflows/{key}/versions/{n}"],
  ["post", "/workflows/{key}/simulate"],
  ["get", "/cases/{id}/timeline"],
  ["post", "/cases/{id}/acknowledge"],
  ["post", "/cases/resolve"],
  ["post", "/cases/bulk"],
  ["delete", "/people/{id}"],
  ["get", "/people/{id}/export"],
  ["put", "/people/{id}/preferences"],
  ["post", "/people/{id}/preference-link"],
  ["put", "/escalation-policies/{key}"],
  ["get", "/messages/{id}"],
  ["get", "/analytics/response-time"],
])("describes %s %s", (method, path) => {
  expect(document.paths[path]?.[method]?.summary).toEqual(expect.any(String));
});

it("refers to nothing that is not there", () => {
  const names = new Set([...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map((m) => m[1]));
  expect(names.size).toBeGreaterThan(10);
  for (const name of names) expect(document.components.schemas).toHaveProperty([name ?? ""]);
});

it("says for every endpoint what it needs and how it refuses", () => {
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      expect(`${method} ${path} ${operation.description}`).toMatch(
        /Needs the scope `[a-z]+:(read|write)`/,
      );
      expect(operation.responses).toHaveProperty("default");
    }
  }
});

it("stays small enough to be read in a browser", () => {
  expect(text.length).toBeLessThan(400_000);
});
