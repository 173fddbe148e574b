import { defineConfig } from "vitest/config";

const root = import.meta.dirname;
const resolve = { alias: { "@": root, "server-only": `${root}/scripts/empty.ts` } };
const never = ["**/node_modules/**", ".data/**", ".next/**", "dist/**"];

export default defineConfig({
  test: {
    // postgres.js lets nobody hear that a connection broke while it asked for its array types; see jobs/worker.ts.
    onUnhandledError: (error) =>
      !("query" in error && String(error.query).includes("from pg_catalog.pg_type")),
    projects: [
      {
        resolve,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: ["**/*.db.test.ts", "scripts/import-rules.test.ts", ...never],
          // Ends what hangs; a property of thousands of cases may take longer than usual on a busy machine.
          testTimeout: 30_000,
        },
      },
      {
        resolve,
        test: { name: "imports", include: ["scripts/import-rules.test.ts"], exclude: never },
      },
      {
        resolve,
        test: {
          name: "db",
          include: ["**/*.db.test.ts"],
          exclude: never,
          globalSetup: ["db/testing-server.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
