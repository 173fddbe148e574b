import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { addressCode, isAddressCode } from "./address-code";

const SECRET = "a secret of at least thirty-two characters";
const ID = "0190c0de-0000-7000-8000-000000000001";

test("a code is six digits, the same for the same change, and another's under another secret", () => {
  const code = addressCode(SECRET, ID);
  expect(code).toMatch(/^\d{6}$/);
  expect(addressCode(SECRET, ID)).toBe(code);
  expect(addressCode(`${SECRET}!`, ID)).not.toBe(code);
});

test("codes lie evenly over their range", () => {
  const firsts = new Map<string, number>();
  for (let i = 0; i < 5_000; i++) {
    const first = addressCode(SECRET, randomUUID()).slice(0, 1);
    firsts.set(first, (firsts.get(first) ?? 0) + 1);
  }
  expect(firsts.size).toBe(10);
  for (const count of firsts.values()) expect(count).toBeGreaterThan(350);
});

test("a code is known with spaces and in Arabic digits, and nothing else is", () => {
  const code = addressCode(SECRET, ID);
  const arabic = [...code].map((d) => String.fromCharCode(0x0660 + Number(d))).join("");
  const persian = [...code].map((d) => String.fromCharCode(0x06f0 + Number(d))).join("");
  for (const given of [code, ` ${code.slice(0, 3)} ${code.slice(3)} `, arabic, persian]) {
    expect(isAddressCode(SECRET, ID, given)).toBe(true);
  }
  const next = String((Number(code) + 1) % 1_000_000).padStart(6, "0");
  for (const given of ["", next, `${code}0`, code.slice(1), "abcdef"]) {
    expect(isAddressCode(SECRET, ID, given)).toBe(false);
  }
});
