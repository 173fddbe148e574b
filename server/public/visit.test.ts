import { expect, test } from "vitest";
import { visitOf, witnessOf } from "./visit";

const witness = (ip: string, agent = "Mozilla/5.0") =>
  witnessOf(
    visitOf(
      new Request("https://example.com", {
        headers: { "x-forwarded-for": ip, "user-agent": agent },
      }),
    ),
  );

test.each([
  ["203.0.113.77", "203.0.113.0/24"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"],
  ["2001:db8::1", "2001:db8::/48"],
  ["::1", "::/48"],
])("of the address %s only the network %s is kept as proof", (ip, network) => {
  expect(witness(ip)).toEqual({ network, agent: "Mozilla/5.0" });
});

test("what is no address proves nothing, and a long program name is cut", () => {
  expect(witness("not-an-address", "x".repeat(500))).toEqual({ agent: "x".repeat(120) });
});
