import { describe, expect, it } from "vitest";
import { AppError } from "@/core/errors";
import { parseBody, YAML_CHARS_MAX } from "./parse-body";

const bytes = (text: string) => new TextEncoder().encode(text);
const refusal = (text: string, type: string, accepts: ("yaml" | "csv")[] = []) => {
  try {
    parseBody(bytes(text), type, accepts);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("was not refused");
};

describe("JSON", () => {
  it("is what nothing is, and what a body without a type is", () => {
    expect(parseBody(bytes(""), null, [])).toEqual({});
    expect(parseBody(bytes('{"a":1}'), null, [])).toEqual({ a: 1 });
    expect(parseBody(bytes("\ufeff[1]"), "application/json; charset=UTF-8", [])).toEqual([1]);
  });

  it("says where it breaks off", () => {
    expect(refusal('{"a": 1', "application/json").message).toMatch(/line 1, column 8/);
    expect(refusal('{"a": 1,\n}', "application/json").message).toMatch(/line 2, column 1/);
  });

  it("is UTF-8 and nothing else", () => {
    const latin = new Uint8Array([0x22, 0xe9, 0x22]);
    expect(() => parseBody(latin, "application/json", [])).toThrow("UTF-8");
    expect(refusal("{}", "application/json; charset=utf-16").code).toBe("unsupported_media_type");
  });
});

describe("YAML", () => {
  it("is read where it is taken, dates as text", () => {
    expect(parseBody(bytes("on: 2026-01-01\nyes: no"), "application/yaml", ["yaml"])).toEqual({
      on: "2026-01-01",
      yes: "no",
    });
    expect(refusal("a: 1", "application/yaml").code).toBe("unsupported_media_type");
  });

  it("says where it breaks off, also for a name given twice", () => {
    expect(refusal("a: [1,\nb: 2", "text/yaml", ["yaml"]).message).toMatch(/line 2/);
    expect(refusal("a: 1\na: 2", "text/yaml", ["yaml"]).message).toMatch(/line 2/);
  });

  it("does not unfold a bomb of aliases or nesting", () => {
    const bomb = ["a: &a [x,x,x,x,x,x,x,x,x]"];
    for (let i = 0; i < 8; i++) {
      const [from, to] = ["abcdefghi"[i], "abcdefghi"[i + 1]];
      bomb.push(`${to}: &${to} [*${from},*${from},*${from},*${from},*${from},*${from},*${from}]`);
    }
    expect(refusal(bomb.join("\n"), "text/yaml", ["yaml"]).code).toBe("malformed");
    expect(refusal("[".repeat(10_000), "text/yaml", ["yaml"]).code).toBe("malformed");
  });

  it("is short: its reader is slow", () => {
    const long = "a".repeat(YAML_CHARS_MAX + 1);
    expect(refusal(long, "text/yaml", ["yaml"]).code).toBe("too_large");
  });
});
