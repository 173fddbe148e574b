import { expect, test } from "vitest";
import { ConfigError, loadConfig } from "./config";

const BASE = {
  DATABASE_URL: "postgres://u:p@db:5432/app?sslmode=require",
  APP_SECRET: "x".repeat(32),
};

test("the least configuration is an address and a secret", () => {
  const config = loadConfig({ ...BASE, SMTP_URL: "  " });
  expect(config).toMatchObject({
    nodeEnv: "production",
    port: 3000,
    appUrl: "http://localhost:3000",
    databaseUrl: BASE.DATABASE_URL,
    demo: false,
    smtpUrl: null,
    admin: null,
    bootstrapKeys: [],
  });
});

test("links use the port unless an address is given, and lose its last slash", () => {
  expect(loadConfig({ ...BASE, PORT: "3001" }).appUrl).toBe("http://localhost:3001");
  expect(loadConfig({ ...BASE, APP_URL: "https://ft.example.com/" }).appUrl).toBe(
    "https://ft.example.com",
  );
});

test("answers may come in through a provider alone, and through a port only at a domain", () => {
  const inbound = (given: Record<string, string>) => loadConfig({ ...BASE, ...given }).inbound;
  const domain = "replies.example.com";
  expect(inbound({})).toBeNull();
  expect(inbound({ INBOUND_DOMAIN: "Replies.Example.com" })).toEqual({
    port: null,
    domain,
    tls: null,
  });
  expect(inbound({ INBOUND_DOMAIN: domain, INBOUND_SMTP_PORT: "2525" })?.port).toBe(2525);
  expect(() => inbound({ INBOUND_SMTP_PORT: "2525" })).toThrow(/INBOUND_DOMAIN must be set/);
  for (const bad of [
    "localhost",
    "a b.example.com",
    "x@example.com",
    `${"a".repeat(64)}.example.com`,
  ]) {
    expect(() => inbound({ INBOUND_DOMAIN: bad })).toThrow(/must be a domain/);
  }
  const tls = { INBOUND_TLS_CERT: "-----BEGIN X-----", INBOUND_TLS_KEY: "bm90IGEga2V5" };
  expect(() => inbound({ INBOUND_DOMAIN: domain, ...tls })).toThrow(/a certificate and its key/);
});

test("bootstrap keys name the kind of their workspace", () => {
  const live = `ft_live_${"a".repeat(32)}`;
  const test_ = `ft_test_${"B1".repeat(16)}`;
  expect(loadConfig({ ...BASE, BOOTSTRAP_API_KEY: `${live}, ${test_}` }).bootstrapKeys).toEqual([
    { key: live, kind: "live" },
    { key: test_, kind: "sandbox" },
  ]);
});

test("everything that is wrong is said at once, without the values", () => {
  const wrong = {
    PORT: "70000",
    DATABASE_URL: "mysql://secret@host/x",
    BOOTSTRAP_API_KEY: "ft_live_short",
    ADMIN_EMAIL: "a@example.com",
    DEMO: "maybe",
  };
  const error = (() => {
    try {
      loadConfig(wrong);
    } catch (caught) {
      return caught;
    }
  })();
  expect(error).toBeInstanceOf(ConfigError);
  const { problems, message } = error as ConfigError;
  expect(problems.map((line) => line.split(" ")[0]).sort()).toEqual([
    "ADMIN_PASSWORD",
    "APP_SECRET",
    "BOOTSTRAP_API_KEY",
    "DATABASE_URL",
    "DEMO",
    "PORT",
  ]);
  expect(message).not.toContain("secret@host");
  expect(message).not.toContain("ft_live_short");
});

test("a missing address of the database is told as missing, not as malformed", () => {
  expect(() => loadConfig({ APP_SECRET: BASE.APP_SECRET })).toThrow("DATABASE_URL is required");
});
