import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { GERMAN } from "./de";
import { inLanguage, localizedIssue } from "./in-language";

const ROOT = resolve(import.meta.dirname, "../..");

/** Sentences the console never says: they are the API’s, and what providers are told, which speak English. */
const API_ONLY = [
  "server/api/",
  "server/api-keys/authenticate.ts",
  "server/demo/",
  "server/hooks/",
  "server/http/check-values.ts",
  "server/http/handle-api.ts",
  "server/http/idempotency.ts",
  "server/http/parse-body.ts",
  "server/http/read-body.ts",
  "server/http/routes.ts",
  "server/inbox/",
  "server/live/",
  "server/policies/",
  "server/public/",
  "server/setup/",
];
const API_SENTENCES = ["The body names another key than the address."];

const TEXT = /"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`/;
const THROWN = new RegExp(`new AppError\\(\\s*"\\w+",\\s*(?:${TEXT.source}|(message)\\b)`, "g");
const NAMED = new RegExp(`const message =\\s*(?:${TEXT.source})`, "g");

const pattern = (text: string) => text.replace(/\$\{[^}]*\}/g, "{}").replace(/\\"/g, '"');

/** Every sentence an operator can be refused with, as the source writes it. */
function refusals(): { file: string; sentence: string }[] {
  const files = globSync(["server/**/*.ts", "app/**/*.ts", "db/**/*.ts"], { cwd: ROOT });
  return files
    .filter((file) => !/test/.test(file) && !API_ONLY.some((start) => file.startsWith(start)))
    .flatMap((file) => {
      const source = readFileSync(resolve(ROOT, file), "utf8");
      return [...source.matchAll(THROWN), ...source.matchAll(NAMED)]
        .map(([, plain, template]) => plain ?? template)
        .filter((text) => text !== undefined)
        .map((text) => ({ file, sentence: pattern(text) }));
    })
    .filter(({ sentence }) => !API_SENTENCES.includes(sentence));
}

describe("a refusal in the operator's language", () => {
  it("has German words for every sentence the console can be refused with", () => {
    const found = refusals();
    expect(found.length).toBeGreaterThan(80);
    const missing = found.filter(({ sentence }) => !(sentence in GERMAN));
    expect(missing, "add the sentence to server/refusals/de.ts").toEqual([]);
  });

  it("says every value of the English in German too", () => {
    for (const [english, german] of Object.entries(GERMAN)) {
      const values = english.split("{}").length - 1;
      const said = [...german.matchAll(/\{(\d)\}/g)].map(([, at]) => Number(at));
      expect(said.toSorted(), english).toEqual(Array.from({ length: values }, (_, i) => i + 1));
    }
  });

  it("puts the values in their places, in German where they are words of ours", () => {
    expect(inLanguage("de-DE", "There is no workflow dunning.")).toBe(
      "Es gibt keinen Workflow dunning.",
    );
    expect(
      inLanguage(
        "de",
        "Your role here is viewer; this needs admin or above. An owner of the workspace can change it.",
      ),
    ).toContain("Deine Rolle hier ist Betrachter; dafür braucht es mindestens Administrator.");
  });

  it("takes a key that JavaScript knows for what it is: a key", () => {
    expect(inLanguage("de", "There is no workflow constructor.")).toBe(
      "Es gibt keinen Workflow constructor.",
    );
  });

  it("leaves a sentence it does not know, and English, as it is", () => {
    expect(inLanguage("de", "Something else happened.")).toBe("Something else happened.");
    expect(inLanguage("en-GB", "There is no such case.")).toBe("There is no such case.");
  });

  it("words what is wrong with an input in German", () => {
    const schema = z.strictObject({ name: z.string().min(1) });
    const [issue] =
      schema.safeParse({ name: "" }, { error: localizedIssue("de") }).error?.issues ?? [];
    const [plain] = schema.safeParse({ name: "" }).error?.issues ?? [];
    expect(issue?.message).not.toBe(plain?.message);
    expect(plain?.message).toMatch(/expected string/);
  });
});
