import { expect, it } from "vitest";
import { GET as asset } from "./[asset]/route";
import { GET as page } from "./route";

const ask = (name: string) =>
  asset(new Request(`http://localhost/docs/api/${name}`), {
    params: Promise.resolve({ asset: name }),
  });

it("loads everything from this server", async () => {
  const html = await page().text();
  const addresses = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? "");
  expect(addresses.length).toBeGreaterThan(2);
  for (const address of addresses) expect(address).toMatch(/^\/(?:docs\/api|api\/v1)\//);
  for (const address of addresses.filter((one) => one.startsWith("/docs/api/"))) {
    expect((await ask(address.slice("/docs/api/".length))).status).toBe(200);
  }
});

it("gives no other file of the machine", async () => {
  for (const name of ["package.json", "../package.json", "__proto__", "index.html"]) {
    expect((await ask(name)).status).toBe(404);
  }
});
