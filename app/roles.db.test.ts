import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { WorkspaceId } from "@/core/ids";
import { ROLES, type Role } from "@/core/operator/role";
import type { Db } from "@/db/client";
import { people } from "@/db/schema/people";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { createAuth } from "@/server/auth/auth";
import { addMember, createOperator } from "@/server/auth/first-operator";
import { createSignInLink } from "@/server/auth/one-time-link";
import { CookieJar } from "@/server/auth/testing";
import { newId } from "@/server/new-id";
import { createWorkspace } from "@/server/workspaces/create-workspace";
import { ACTIONS, CONSOLE, CONSOLE_ROUTES, type Least, OTHER_ROUTES } from "./testing/role-tables";

const ROOT = resolve(import.meta.dirname, "..");
const SECRET = "a secret that only the tests know of";
const APP_URL = "http://console.test";
const HELP =
  "add the export to the table in app/testing/role-tables.ts, with the least role that may";

const files = ["app", "server", "components"].flatMap((room) =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => join(room, name)),
);
const sourceOf = (file: string) => readFileSync(join(ROOT, file), "utf8");
const actionFiles = files.filter((file) => /^["']use server["'];?\s*$/m.test(sourceOf(file)));
const routeFiles = files.filter((file) => /(^|\/)route\.ts$/.test(file));

type Module = Record<string, unknown>;
type Call = (slug: string, input: unknown) => Promise<{ ok: boolean; code?: string }>;

const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({
  headers: async () => request.headers,
  cookies: async () => ({
    get: () => undefined,
    getAll: () => [],
    set: () => {},
    toString: () => request.headers.get("cookie") ?? "",
  }),
}));

const SLUG = "acme";
const SIGNED_OUT = new Headers();
const visitors = new Map<Role | "stranger", Headers>();
const modules = new Map<string, Module>();
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  vi.stubEnv("DATABASE_URL", database.url);
  vi.stubEnv("APP_SECRET", SECRET);
  vi.stubEnv("APP_URL", APP_URL);
  vi.stubEnv("LOG_LEVEL", "silent");
  const { db } = database;
  const base = { name: "Acme", kind: "live" as const, timeZone: "UTC" };
  const workspaceId = await createWorkspace(db as never, { slug: SLUG, ...base });
  const elsewhere = await createWorkspace(db as never, { slug: "elsewhere", ...base });
  await db.insert(people).values({ workspaceId, id: "ada", name: "Ada" });
  for (const role of ROLES) visitors.set(role, await signedIn(db, workspaceId, role));
  visitors.set("stranger", await signedIn(db, elsewhere, "owner"));
  for (const file of [...actionFiles, ...routeFiles.filter((name) => name in CONSOLE_ROUTES)]) {
    modules.set(file, await import(/* @vite-ignore */ join(ROOT, file)));
  }
}, 120_000);
afterAll(() => database.drop());

/** The headers of a browser that is signed in as a new operator of this role. */
async function signedIn(db: Db, workspaceId: WorkspaceId, role: Role): Promise<Headers> {
  const email = `${newId()}@example.com`;
  const operatorId = await createOperator(db, { email, name: role });
  await addMember(db, { workspaceId, operatorId, role });
  const link = await createSignInLink(db, operatorId, APP_URL);
  const token = new URL(link).pathname.split("/").at(-1) ?? "";
  const auth = createAuth(db, { appUrl: APP_URL, secret: SECRET });
  const { headers } = await auth.api.signInWithLink({ body: { token }, returnHeaders: true });
  const jar = new CookieJar();
  jar.keep(headers);
  return jar.headers();
}

const as = (who: Role | "stranger") => visitors.get(who) ?? SIGNED_OUT;

const ROLES_FROM: Record<Exclude<Least, "anyone">, readonly Role[]> = {
  reads: ["viewer", "responder", "editor", "admin", "owner"],
  own: ["viewer", "responder", "editor", "admin", "owner"],
  responder: ["responder", "editor", "admin", "owner"],
  editor: ["editor", "admin", "owner"],
  admin: ["admin", "owner"],
  owner: ["owner"],
};

const rows = Object.entries(ACTIONS).flatMap(([file, byLeast]) =>
  Object.entries(byLeast).flatMap(([least, names]) =>
    names.map((name) => ({ file, name, least: least as Least })),
  ),
);
const guarded = rows.filter((row) => row.least !== "anyone");

/** `null` is no input of any action: whoever is let in is told so, and nothing is done. */
async function outcomeOf(file: string, name: string, headers: Headers): Promise<string> {
  request.headers = headers;
  const call = modules.get(file)?.[name] as Call;
  const result = await call(SLUG, null);
  return result.ok ? "done" : String(result.code);
}

describe("every Server Action", () => {
  it("stands in the table, and nothing else does", () => {
    const exported = actionFiles.flatMap((file) =>
      Object.entries(modules.get(file) ?? {})
        .filter(([, value]) => typeof value === "function")
        .map(([name]) => `${file}#${name}`),
    );
    const known = rows.map(({ file, name }) => `${file}#${name}`);
    expect(
      exported.filter((name) => !known.includes(name)),
      HELP,
    ).toEqual([]);
    expect(
      known.filter((name) => !exported.includes(name)),
      "these are gone",
    ).toEqual([]);
  });

  it("stands in a file of its own kind, never inside a component", () => {
    const hidden = files.filter((file) => /^\s+["']use server["']/m.test(sourceOf(file)));
    expect(hidden, "move the action to an actions.ts").toEqual([]);
  });

  it.each(guarded)("$name of $file is open from $least on", async ({ file, name, least }) => {
    const may = ROLES_FROM[least as Exclude<Least, "anyone">];
    for (const role of ROLES) {
      const outcome = await outcomeOf(file, name, as(role));
      expect(`${role}: ${outcome}`).toBe(
        `${role}: ${may.includes(role) ? "invalid" : "forbidden"}`,
      );
    }
    expect(await outcomeOf(file, name, as("stranger"))).toBe("not_found");
    expect(await outcomeOf(file, name, SIGNED_OUT)).toBe("unauthorized");
  });
});

describe("every route handler", () => {
  it("stands in a table, and nothing else does", () => {
    const known = [...Object.keys(CONSOLE_ROUTES), ...Object.keys(OTHER_ROUTES)];
    expect(
      routeFiles.filter((file) => !known.includes(file)),
      HELP,
    ).toEqual([]);
    expect(
      known.filter((file) => !routeFiles.includes(file)),
      "these are gone",
    ).toEqual([]);
  });

  it("of the console only reads: whoever wants to write goes through an action", () => {
    for (const [file, { methods = ["GET"] }] of Object.entries(CONSOLE_ROUTES)) {
      const exported = Object.keys(modules.get(file) ?? {}).filter((name) => /^[A-Z]+$/.test(name));
      expect([file, exported.sort()]).toEqual([file, methods]);
    }
  });

  it.each(Object.entries(CONSOLE_ROUTES))("%s answers whom it should", async (file, route) => {
    const { least, address } = route;
    const inWorkspace = file.slice(`${CONSOLE}/`.length, -"/route.ts".length);
    const given = (address ?? inWorkspace).split("?")[0]?.split("/") ?? [];
    const params: Record<string, string> = { workspace: SLUG };
    for (const [index, part] of inWorkspace.split("/").entries()) {
      if (part.startsWith("[")) params[part.slice(1, -1)] = given[index] ?? "nothing";
    }
    const get = modules.get(file)?.GET as (
      request: Request,
      context: { params: Promise<Record<string, string>> },
    ) => Promise<Response>;
    const statusFor = async (headers: Headers) => {
      request.headers = headers;
      const url = `${APP_URL}/${SLUG}/${address ?? "nothing"}`;
      const response = await get(new Request(url, { headers }), {
        params: Promise.resolve(params),
      });
      await response.body?.cancel();
      return response.status;
    };
    for (const headers of [as("stranger"), SIGNED_OUT]) {
      expect([403, 404]).toContain(await statusFor(headers));
    }
    if (address === undefined) return;
    for (const role of ROLES) {
      const open = ROLES.indexOf(role) >= ROLES.indexOf(least);
      expect([role, await statusFor(as(role))]).toEqual([role, open ? 200 : 403]);
    }
  });
});
