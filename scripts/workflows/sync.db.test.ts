import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { unpaidInvoice } from "@/core/gallery/unpaid-invoice";
import { exampleDefinition } from "@/core/workflow/example-definition";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { testApi } from "@/server/http/testing";
import { apiClient } from "./api-client";
import { diffWorkflows } from "./diff-workflows";
import type { Job } from "./job";
import { pullWorkflows } from "./pull-workflows";
import { pushWorkflows } from "./push-workflows";

let database: TestDatabase;
let api: ReturnType<typeof testApi>;
let key: string;
let dir: string;
let said: string[];

beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database.db);
});
afterAll(() => database.drop());

beforeEach(async () => {
  key = await api.newKey();
  dir = mkdtempSync(join(tmpdir(), "workflows-"));
  said = [];
  return () => rmSync(dir, { recursive: true });
});

const URL_OF_TESTS = "http://followthrough.test";

/** A client that reaches the API of this process in place of a server's. */
function jobFor(apiKey: string, changes: Partial<Job> = {}): Job {
  const fetcher = async (address: unknown, request: RequestInit = {}) => {
    const path = String(address).slice(`${URL_OF_TESTS}/api/v1`.length);
    const { authorization: _, ...headers } = request.headers as Record<string, string>;
    const raw = request.body === undefined ? {} : { raw: String(request.body) };
    const sent = { headers, ...raw };
    const answer = await api.call(apiKey, request.method ?? "GET", path, undefined, sent);
    return new Response(answer.status === 204 ? null : answer.text, {
      status: answer.status,
      headers: answer.headers,
    });
  };
  return {
    api: apiClient({ url: URL_OF_TESTS, apiKey, fetcher: fetcher as typeof fetch }),
    dir,
    url: URL_OF_TESTS,
    keys: [],
    publish: false,
    note: undefined,
    force: false,
    say: (line) => said.push(line),
    ...changes,
  };
}

const { definition, templates, scenarios } = unpaidInvoice;

const put = (workflow: string, body: object) =>
  api.call(key, "PUT", `/workflows/${workflow}`, body);

const files = () => readdirSync(dir).filter((name) => !name.startsWith("."));
const read = (file: string) => readFileSync(join(dir, file), "utf8");
const edit = (file: string, from: string, to: string) => {
  const text = read(file);
  expect(text).toContain(from);
  writeFileSync(join(dir, file), text.replace(from, to));
};

describe("workflows as files", () => {
  it("come back whole: what is pulled differs in nothing, and can be pushed to another workspace", async () => {
    await put("unpaid-invoice", { name: "Unpaid invoice", definition, templates, scenarios });
    await put("small:one", { name: "Small", definition: exampleDefinition() });
    expect(await pullWorkflows(jobFor(key))).toBe(0);
    expect(files()).toEqual(["small%3Aone.yaml", "unpaid-invoice.yaml"]);
    expect(await diffWorkflows(jobFor(key))).toBe(0);
    expect(said.at(-1)).toBe("Nothing differs.");
    const other = await api.newKey();
    expect(await diffWorkflows(jobFor(other))).toBe(1);
    expect(await pushWorkflows(jobFor(other))).toBe(0);
    const { json } = await api.call(other, "GET", "/workflows/unpaid-invoice");
    expect(json.draft).toEqual(definition);
    expect(json.templates).toEqual(
      Object.fromEntries(
        Object.entries(templates).filter(([name]) => name !== "invoice-escalated"),
      ),
    );
    expect(json.scenarios).toHaveLength(scenarios.length);
    const before = files().map(read);
    await pullWorkflows(jobFor(other));
    expect(files().map(read)).toEqual(before);
  });

  it("are shown line by line where they differ, and pushed as drafts", async () => {
    await put("invoices", { name: "Invoices", definition, templates });
    await pullWorkflows(jobFor(key));
    edit("invoices.yaml", "name: Invoices", "name: Bills");
    expect(await diffWorkflows(jobFor(key))).toBe(1);
    expect(said).toContain("  - name: Invoices");
    expect(said).toContain("  + name: Bills");
    expect(await pushWorkflows(jobFor(key))).toBe(0);
    expect((await api.call(key, "GET", "/workflows/invoices")).json.name).toBe("Bills");
    expect(await diffWorkflows(jobFor(key))).toBe(0);
  });

  it("are not pushed over what changed since they were pulled, unless that is meant", async () => {
    await put("invoices", { name: "Invoices", definition });
    await pullWorkflows(jobFor(key));
    await put("invoices", { name: "Changed in the console", definition });
    edit("invoices.yaml", "name: Invoices", "name: Changed in the file");
    expect(await pushWorkflows(jobFor(key))).toBe(1);
    expect(said.at(-1)).toMatch(/^✖ invoices\.yaml: .*pull it first/);
    expect(await pushWorkflows(jobFor(key, { force: true }))).toBe(0);
    const { json } = await api.call(key, "GET", "/workflows/invoices");
    expect(json.name).toBe("Changed in the file");
  });

  it("that are wrong say in which line, and do not keep the others from going on", async () => {
    writeFileSync(join(dir, "a.yaml"), "name: A\ndefinition:\n  schema: 1\n  stages: 4\n");
    writeFileSync(join(dir, "b.json"), '{ "name": "B", ');
    const good = { name: "C", definition: exampleDefinition() };
    writeFileSync(join(dir, "c.json"), JSON.stringify(good));
    writeFileSync(join(dir, "d.yaml"), JSON.stringify({ ...good, key: "c" }));
    expect(await pushWorkflows(jobFor(key))).toBe(1);
    const text = said.join("\n");
    expect(text).toContain("✖ a.yaml:4:11: definition.stages: ");
    expect(text).toMatch(/✖ b\.json:1:\d+: This is no JSON/);
    expect(text).toContain("✖ d.yaml: key: c is also the key of c.json");
    expect((await api.call(key, "GET", "/workflows/c")).status).toBe(200);
  });

  it("are published where that is asked for, and say what stands against it otherwise", async () => {
    await put("invoices", { name: "Invoices", definition: exampleDefinition() });
    await pullWorkflows(jobFor(key));
    expect(await pushWorkflows(jobFor(key, { publish: true }))).toBe(1);
    expect(said.join("\n")).toMatch(/✖ invoices\.yaml: definition\.stages\.0\.steps\.0/);
    const blank = { ...parse(read("invoices.yaml")), templates: undefined };
    const closing = [{ id: "end", kind: "close", outcome: "resolved" }];
    blank.definition.stages = [{ id: "only", name: "Only", steps: closing }];
    blank.definition.stopsWhen = [];
    delete blank.definition.resolution;
    delete blank.definition.expiry;
    writeFileSync(join(dir, "invoices.yaml"), JSON.stringify(blank));
    const published = await pushWorkflows(jobFor(key, { publish: true, note: "From git" }));
    expect([published, ...said.slice(-2)]).toEqual([0, expect.any(String), "  published as v1"]);
    expect(await pushWorkflows(jobFor(key, { publish: true }))).toBe(0);
    expect(said.at(-1)).toBe("= invoices.yaml");
  });

  it("are remembered for each workspace by itself, also of one installation", async () => {
    const other = await api.newKey();
    await put("invoices", { name: "Here", definition });
    await api.call(other, "PUT", "/workflows/invoices", { name: "There", definition });
    await pullWorkflows(jobFor(key));
    await put("invoices", { name: "Changed in the console", definition });
    expect(await pushWorkflows(jobFor(other))).toBe(0);
    edit("invoices.yaml", "name: Here", "name: Changed in the file");
    expect(await pushWorkflows(jobFor(key))).toBe(1);
    expect(said.at(-1)).toMatch(/^✖ invoices\.yaml: .*pull it first/);
  });

  it("are published as they were pushed, and not as somebody changed them a moment later", async () => {
    const closing = [{ id: "end", kind: "close", outcome: "resolved" }];
    const stages = [{ id: "only", name: "Only", steps: closing }];
    const { resolution: _, expiry: __, ...plain } = exampleDefinition();
    const small = { ...plain, stages, stopsWhen: [] };
    writeFileSync(join(dir, "small.json"), JSON.stringify({ name: "File", definition: small }));
    const job = jobFor(key, { publish: true });
    const busy = async (...request: Parameters<Job["api"]>) => {
      if (request[1].includes("preview")) await put("small", { name: "Theirs", definition: small });
      return job.api(...request);
    };
    const asked = { ...job, api: Object.assign(busy, { workspace: job.api.workspace }) };
    expect(await pushWorkflows(asked)).toBe(1);
    expect(said.at(-1)).toMatch(/^✖ small\.json: small was changed .* not published/);
    const { json } = await api.call(key, "GET", "/workflows/small");
    expect(json).toMatchObject({ name: "Theirs", liveVersion: null });
  });

  it("are refused with a key that may only read", async () => {
    await put("invoices", { name: "Invoices", definition: exampleDefinition() });
    const { key: narrow } = await api.narrowKey(key, ["workflows:read"]);
    expect(await pullWorkflows(jobFor(narrow))).toBe(0);
    edit("invoices.yaml", "name: Invoices", "name: Bills");
    expect(await pushWorkflows(jobFor(narrow))).toBe(1);
    expect(said.at(-1)).toMatch(/workflows:write/);
  });
});
