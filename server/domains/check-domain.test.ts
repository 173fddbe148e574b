import { afterAll, beforeAll, expect, test } from "vitest";
import { checkDomain, checkReplies } from "./check-domain";
import { type NameServer, nameServer } from "./name-server";
import { testingNameServer } from "./testing-name-server";

const KEY = Buffer.alloc(32, 7).toString("base64");
const LONG = `v=spf1 ${Array.from({ length: 30 }, (_, i) => `ip4:192.0.2.${i}`).join(" ")} -all`;

/** Each names the next ones: more questions than a receiver asks. */
const chain = Object.fromEntries(
  Array.from({ length: 12 }, (_, i) => [
    `c${i}.example`,
    { txt: [`v=spf1 include:c${i + 1}.example -all`] },
  ]),
);

let running: Awaited<ReturnType<typeof testingNameServer>>;
let server: NameServer;

beforeAll(async () => {
  running = await testingNameServer({
    ...chain,
    "good.example": { txt: ["unrelated", LONG], mx: ["mx.good.example"] },
    "s1._domainkey.good.example": { txt: [`v=DKIM1; k=ed25519; p=${KEY}`] },
    "_dmarc.good.example": { txt: ["v=DMARC1; p=reject; rua=mailto:d@good.example"] },
    "google._domainkey.usual.example": { txt: [`k=ed25519; p=${KEY}`] },
    "loop.example": { txt: ["v=spf1 include:loop.example -all"] },
  });
  server = nameServer([running.address]);
});
afterAll(() => running.close());

const BY_PROVIDER = { ownSelectors: [] };
const codes = async (domain: string, selectors: string[] = []) =>
  (await checkDomain(server, { domain, selectors, ...BY_PROVIDER, returnPaths: [domain] })).map(
    ({ code }) => code,
  );

test("a domain that is set up is good in every check, its long record in one piece", async () => {
  const found = await checkDomain(server, {
    domain: "good.example",
    selectors: ["s1"],
    ...BY_PROVIDER,
    returnPaths: ["good.example"],
  });
  expect(found.map(({ code }) => code)).toEqual(["spf_good", "dkim_good", "dmarc_good"]);
  expect(found[0]?.record).toBe(LONG);
});

test("a domain nobody set up lacks everything, and no selector is made up for it", async () => {
  expect(await codes("nothing.example")).toEqual([
    "spf_missing",
    "dkim_not_found",
    "dmarc_missing",
  ]);
  expect(await codes("nothing.example", ["s1"])).toContain("dkim_missing");
});

test("a key that is missing is looked for where its record is shown: with the provider, or here", async () => {
  const [, ours, theirs] = await checkDomain(server, {
    domain: "nothing.example",
    selectors: ["ft1", "resend"],
    ownSelectors: ["ft1"],
    returnPaths: ["nothing.example"],
  });
  expect(ours).toMatchObject({ code: "dkim_missing", params: { whose: "own" } });
  expect(theirs).toMatchObject({ code: "dkim_missing", params: { whose: "provider" } });
});

test("a selector that nobody named is found among the usual ones", async () => {
  const [, dkim] = await checkDomain(server, {
    domain: "usual.example",
    selectors: [],
    ...BY_PROVIDER,
    returnPaths: ["usual.example"],
  });
  expect(dkim).toMatchObject({ code: "dkim_good", params: { selector: "google" } });
});

test("includes are followed and counted, a circle of them once", async () => {
  expect(await codes("c0.example")).toContain("spf_too_many_lookups");
  expect(await codes("loop.example")).toContain("spf_good");
});

test("a name server that fails is no missing record", async () => {
  const found = await checkDomain(server, {
    domain: "broken.example",
    selectors: ["s1"],
    ...BY_PROVIDER,
    returnPaths: ["broken.example"],
  });
  expect(found[0]).toMatchObject({ level: "unknown", code: "not_answered" });
});

test("replies find a server by the domain's MX record", async () => {
  expect(await checkReplies(server, "good.example")).toMatchObject({ code: "replies_good" });
  expect(await checkReplies(server, "nothing.example")).toMatchObject({ code: "replies_missing" });
});
