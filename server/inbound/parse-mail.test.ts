import { describe, expect, it, test } from "vitest";
import { classifyMail } from "@/core/reply/classify-mail";
import { stripQuoted } from "@/core/reply/strip-quoted";
import { PARSED_BYTES_MAX, parseMail } from "./parse-mail";

const ENVELOPE = { from: "ana@example.com", to: ["r-x@replies.example.com"] };
const parse = (raw: string | Uint8Array, envelope = ENVELOPE) =>
  parseMail(typeof raw === "string" ? Buffer.from(raw.replaceAll("\n", "\r\n")) : raw, envelope);
const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(
    parts.map((part) =>
      typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part),
    ),
  );

const HEAD =
  "From: Ana <ana@example.com>\nTo: r-x@replies.example.com\nSubject: Re: x\nMessage-ID: <1@example.com>\n";

describe("words", () => {
  test.each<[string, string | Uint8Array, string]>([
    ["without any charset", `${HEAD}\nDone\n`, "Done"],
    [
      "in windows-1252",
      bytes(
        HEAD,
        "Content-Type: text/plain; charset=windows-1252\n\n",
        [0x93],
        "Erledigt f\xfcr 5 ",
        [0x80],
        [0x94],
        "\n",
      ),
      "“Erledigt für 5 €”",
    ],
    [
      "in ISO-8859-15",
      bytes(HEAD, "Content-Type: text/plain; charset=iso-8859-15\n\nGr\xfc\xdfe\n"),
      "Grüße",
    ],
    [
      "in base64",
      `${HEAD}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${Buffer.from("Schon bezahlt 👍").toString("base64")}\n`,
      "Schon bezahlt 👍",
    ],
    [
      "quoted-printable",
      `${HEAD}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n=C3=BCberwiesen=\n!\n`,
      "überwiesen!",
    ],
    [
      "in a charset that nobody knows",
      `${HEAD}Content-Type: text/plain; charset=x-klingon\n\nDone\n`,
      "Done",
    ],
    ["that claim UTF-7", `${HEAD}Content-Type: text/plain; charset=utf-7\n\nDone\n`, "Done"],
    [
      "of an alternative",
      `${HEAD}Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nDone\n--b\nContent-Type: text/html\n\n<b>Done</b>\n--b--\n`,
      "Done",
    ],
    [
      "before an attachment",
      `${HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nPaid\n--b\nContent-Type: application/pdf\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\n${"QUJD".repeat(1000)}\n--b--\n`,
      "Paid",
    ],
    [
      "of a part that never ends",
      `${HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nPaid`,
      "Paid",
    ],
  ])("%s are read", async (_, raw, own) => {
    expect(stripQuoted((await parse(raw)).text ?? "")).toBe(own);
  });

  it("are empty in a mail without any", async () => {
    for (const raw of ["", "\n\n", HEAD, "From: x"]) {
      const mail = await parse(raw);
      expect((mail.text ?? "").trim()).toBe("");
    }
  });
});

describe("the head", () => {
  it("is read whole, decoded, and cannot say what the servers said", async () => {
    const mail = await parse(
      `Return-Path: <forged@example.com>\nReceived: a\nReceived: b\nFrom: =?UTF-8?Q?M=C3=BCller=0D=0ABcc:_x?= <ana@example.com>\nSubject: =?UTF-8?B?${Buffer.from("Grüße\r\nBcc: all@example.com").toString("base64")}?=\nAuto-Submitted: no\n\nhm\n`,
    );
    expect(mail.from).toBe("ana@example.com");
    expect(mail.headers.get("received")).toHaveLength(2);
    expect(mail.headers.get("return-path")).toEqual(["ana@example.com"]);
    expect(mail.to).toEqual(ENVELOPE.to);
  });

  it("gives the same id for the same mail, with an id of its own and without", async () => {
    const one = `${HEAD}\nDone\n`;
    const bare = "From: ana@example.com\n\nDone\n";
    expect((await parse(one)).id).toBe((await parse(`Received: again\n${one}`)).id);
    expect((await parse(bare)).id).toBe((await parse(bare)).id);
    expect((await parse(bare)).id).not.toBe((await parse(`${bare}!`)).id);
  });
});

it("a report of a server brings its fields", async () => {
  const raw = `From: MAILER-DAEMON@mx.example.com\nSubject: Undelivered\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nIt failed.\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; ana@example.com\nAction: failed\nStatus: 5.1.1\n\n--b\nContent-Type: message/rfc822\n\nFrom: shop@example.com\nSubject: Invoice\n\nStatus: 2.0.0\n--b--\n`;
  const mail = await parse(raw, { from: "", to: ENVELOPE.to });
  expect(mail.headers.get("return-path")).toEqual(["<>"]);
  expect(classifyMail(mail, null)).toMatchObject({
    kind: "bounce",
    hard: true,
    status: "5.1.1",
    recipient: "ana@example.com",
  });
});

describe("bombs", () => {
  const read = (raw: string): Promise<unknown> =>
    parse(Buffer.from(raw).subarray(0, PARSED_BYTES_MAX)).catch((error: unknown) => error);

  it("of nesting are refused", async () => {
    let raw = HEAD;
    for (let n = 0; n < 300; n++)
      raw += `Content-Type: multipart/mixed; boundary=b${n}\n\n--b${n}\n`;
    expect(await read(raw)).toBeInstanceOf(Error);
  });

  it("of mails within mails, parts and headers take no long time", async () => {
    const messages = `${HEAD}Content-Type: multipart/mixed; boundary=b\n\n${"--b\nContent-Type: message/rfc822\n\nSubject: x\n\n".repeat(20_000)}`;
    const parts = `${HEAD}Content-Type: multipart/mixed; boundary=b\n\n${"--b\n\nx\n".repeat(100_000)}`;
    const headers = `${"X: y\n".repeat(200_000)}\nhm`;
    const line = `${HEAD}\n${"x".repeat(PARSED_BYTES_MAX)}`;
    const words = `Subject: ${"=?utf-8?q?a?= ".repeat(15_000)}\n\nhm`;
    const addresses = `From: ${"a <b@c.example.com>, ".repeat(10_000)}\n\nhm`;
    const lines = `${HEAD}\n${"x\n".repeat(500_000)}`;
    for (const raw of [messages, parts, headers, line, words, addresses, lines]) {
      expect(await read(raw)).toBeDefined();
    }
  });
});
