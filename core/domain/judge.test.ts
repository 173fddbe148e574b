import { generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDkimKey } from "./dkim";
import { dmarcNames } from "./dmarc";
import { domainOf } from "./domain-of";
import { type Asked, judgeDkim, judgeDmarc, judgeReplies, judgeSpf } from "./judge";

const asked = (...records: string[]): Asked => ({ name: "acme.example", answered: true, records });
const silent: Asked = { name: "acme.example", answered: false, why: "ESERVFAIL" };
const key = (bits: number) =>
  generateKeyPairSync("rsa", { modulusLength: bits })
    .publicKey.export({ type: "spki", format: "der" })
    .toString("base64");

test.each([
  ["spf_good", ["google-site-verification=x", "v=spf1 include:_spf.resend.example -all"], 1],
  ["spf_missing", ["google-site-verification=x"], 0],
  ["spf_several", ["v=spf1 -all", "v=spf1 mx -all"], 0],
  ["spf_broken", ["v=spf1 inclde:_spf.resend.example -all"], 0],
  ["spf_broken", ["v=spf1 include: -all"], 0],
  ["spf_too_many_lookups", ["v=spf1 include:a.example -all"], 11],
  ["spf_open", ["v=spf1 mx +all"], 1],
  ["spf_open", ["v=spf1 all"], 0],
  ["spf_no_end", ["v=spf1 mx"], 1],
  ["spf_good", ["v=spf1 redirect=_spf.acme.example"], 1],
  ["spf_good", ["v=spf1 ip4:192.0.2.0/24 a/24 ~all"], 1],
])("%s is what receivers make of %j", (code, records, lookups) => {
  expect(judgeSpf(asked(...records), lookups).code).toBe(code);
});

test("a key of 2048 bits is good, one of 1024 is advised against, and one of 512 is refused", () => {
  const judged = (bits: number) => judgeDkim(asked(`v=DKIM1; k=rsa; p=${key(bits)}`), "s1");
  expect(judged(2048)).toMatchObject({ code: "dkim_good", params: { bits: 2048 } });
  expect(judged(1024)).toMatchObject({ level: "advice", code: "dkim_short" });
  expect(judged(512)).toMatchObject({ level: "problem", code: "dkim_short" });
});

test("a key is read with and without its version and type, and as a bare RSA key", () => {
  const spki = key(2048);
  expect(parseDkimKey(`p=${spki}`)).toMatchObject({ ok: true, bits: 2048 });
  const bare = generateKeyPairSync("rsa", { modulusLength: 2048 })
    .publicKey.export({ type: "pkcs1", format: "der" })
    .toString("base64");
  expect(parseDkimKey(`v=DKIM1; p=${bare}`)).toMatchObject({ ok: true, bits: 2048 });
  const short = Buffer.alloc(32, 7).toString("base64");
  expect(parseDkimKey(`k=ed25519; p=${short}`)).toMatchObject({ ok: true, algorithm: "ed25519" });
});

test.each([
  ["dkim_revoked", "v=DKIM1; p="],
  ["dkim_broken", "v=DKIM1; p=not base64!"],
  ["dkim_broken", "v=DKIM2; p=AAAA"],
  ["dkim_broken", "hello"],
  ["dkim_broken", "p=AAAA; p=BBBB"],
])("%s is what receivers make of %j", (code, record) => {
  expect(judgeDkim(asked(record), "s1").code).toBe(code);
});

test("a key in its trial period is no proof yet", () => {
  const record = `v=DKIM1; t=y:s; p=${key(2048)}`;
  expect(judgeDkim(asked(record), "s1").code).toBe("dkim_testing");
});

test.each([
  ["dmarc_good", "v=DMARC1; p=quarantine; rua=mailto:dmarc@acme.example"],
  ["dmarc_none", "v=DMARC1; p=none"],
  ["dmarc_no_reports", "v=DMARC1;p=reject"],
  ["dmarc_broken", "v=DMARC1; rua=mailto:dmarc@acme.example"],
  ["dmarc_broken", "v=DMARC1; p=strict"],
  ["dmarc_missing", "v=spf1 -all"],
])("%s is what receivers make of %j", (code, record) => {
  expect(judgeDmarc([asked(record)]).code).toBe(code);
});

test("a domain without a policy of its own has that for names below the next one above", () => {
  const above = "v=DMARC1; p=reject; sp=none; rua=mailto:dmarc@acme.example";
  expect(judgeDmarc([asked(), asked(above)])).toMatchObject({ code: "dmarc_none" });
  expect(judgeDmarc([asked(above), asked()])).toMatchObject({ code: "dmarc_good" });
});

test("the policy is looked for at the domain and above it, never at a name of one label", () => {
  expect(dmarcNames("mail.billing.acme.example")).toEqual([
    "_dmarc.mail.billing.acme.example",
    "_dmarc.billing.acme.example",
    "_dmarc.acme.example",
  ]);
  expect(dmarcNames("acme.example")).toEqual(["_dmarc.acme.example"]);
  const deep = Array.from({ length: 30 }, (_, i) => `l${i}`).join(".");
  expect(dmarcNames(deep).length).toBeLessThanOrEqual(8);
});

test("a name server that does not answer says nothing about the domain", () => {
  for (const finding of [judgeSpf(silent, 0), judgeDkim(silent, "s1"), judgeDmarc([silent])]) {
    expect(finding).toMatchObject({ level: "unknown", code: "not_answered" });
  }
  expect(judgeReplies(silent).level).toBe("unknown");
  expect(judgeReplies(asked("")).code).toBe("replies_missing");
  expect(judgeReplies(asked("mx.acme.example")).code).toBe("replies_good");
});

test("whatever a record says, it is judged, and never twice differently", () => {
  const text = fc.oneof(
    fc.string(),
    fc.string().map((tail) => `v=spf1 ${tail}`),
    fc.string().map((tail) => `v=DMARC1; p=${tail}`),
    fc.base64String().map((tail) => `v=DKIM1; p=${tail}`),
  );
  fc.assert(
    fc.property(fc.array(text, { maxLength: 3 }), (records) => {
      const all = asked(...records);
      const judge = () => [judgeSpf(all, 0), judgeDkim(all, "s"), judgeDmarc([all])];
      expect(judge()).toEqual(judge());
    }),
  );
});

test.each([
  ["Acme Billing <Billing@Mail.ACME.example>", "mail.acme.example"],
  ["billing@acme.example", "acme.example"],
  ["acme.example", null],
  ["root@localhost", null],
  ["a@127.0.0.1", null],
  ["a@acme..example", null],
  ["a@acme.example\r\nBcc: b@c.example", null],
])("the domain of %j is %j", (address, domain) => {
  expect(domainOf(address)).toBe(domain);
});
