import { connect as dial, type Socket } from "node:net";
import { sql } from "drizzle-orm";
import { createTransport } from "nodemailer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { REPLIES_DOMAIN, replyWorld } from "@/server/replies/testing";
import { codesOf } from "@/server/testing/house";
import { MAIL_BYTES_MAX, type SmtpIntake, startSmtpIntake } from "./smtp-intake";

let database: TestDatabase;
let world: Awaited<ReturnType<typeof replyWorld>>;
let intake: SmtpIntake;
let transport: ReturnType<typeof createTransport>;
let number = 0;

beforeAll(async () => {
  database = await testDatabase();
  world = await replyWorld(database.db);
  intake = await startSmtpIntake(world.ctx, { port: 0, domain: REPLIES_DOMAIN, tls: null });
});
afterAll(async () => {
  await intake.close();
  await database.drop();
});
beforeEach(() => {
  transport = createTransport({ host: "127.0.0.1", port: intake.port, ignoreTLS: true });
});

const open = () => world.open(++number);
const answer = (messageId: string, over: object = {}) =>
  transport.sendMail({
    from: "Ana Miller <ana@example.com>",
    to: world.addressOf(messageId),
    subject: "Re: Invoice",
    text: "Schon bezahlt.\n\nAm Mo., 23. Nov. 2026 um 09:00 Uhr schrieb Shop <shop@example.com>:\n> Bitte zahlen.",
    ...over,
  });

describe("an answer over the wire", () => {
  it("resolves the case before its server is told that it came, and nothing planned is sent any more", async () => {
    const { caseId } = await open();
    expect((await world.caseOf(caseId)).nextActionAt).not.toBeNull();
    const { messageId } = { messageId: (await world.messagesOf(caseId))[0]?.id ?? "" };
    await answer(messageId);
    // 250 was said, so it holds already.
    const row = await world.caseOf(caseId);
    expect(row).toMatchObject({ status: "resolved", closedBy: "person:Ana", nextActionAt: null });
    await world.deliver();
    const sent = await world.messagesOf(caseId);
    expect(sent.map(({ step, status }) => [step, status])).toEqual([
      ["s1", "sent"],
      ["c1", "sent"],
    ]);
  });

  it("is one answer when the server sends it twice, and one to each of two messages", async () => {
    const one = await open();
    const two = await open();
    const both = {
      messageId: "<same@example.com>",
      to: [one, two].map(({ messageId }) => world.addressOf(messageId)),
    };
    await answer(one.messageId, both);
    await answer(one.messageId, both);
    for (const { caseId } of [one, two]) expect(await world.repliesOf(caseId)).toHaveLength(1);
  });

  it("of five megabytes is taken without harm", async () => {
    const { caseId, messageId } = await open();
    const attachments = [{ filename: "scan.pdf", content: Buffer.alloc(3_700_000, "x") }];
    const before = process.memoryUsage().rss;
    await answer(messageId, { attachments });
    expect((await world.caseOf(caseId)).status).toBe("resolved");
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
  });

  it("that came back from a server is a bounce", async () => {
    const { messageId } = await open();
    const raw = `From: MAILER-DAEMON@mx.example.com\r\nTo: x\r\nSubject: Undelivered\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n\r\nIt failed.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822; ana@example.com\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--b--\r\n`;
    await transport.sendMail({
      raw,
      envelope: { from: "", to: [world.addressOf(messageId, "bounce")] },
    });
    expect(await world.message(messageId)).toMatchObject({
      status: "failed",
      code: "fail.bounced",
    });
    await database.db.execute(sql`delete from suppressions`);
  });

  it("keeps scripts and other people's lines out", async () => {
    const { caseId, messageId } = await open();
    await answer(messageId, {
      subject: "Re: Invoice\r\nBcc: all@example.com",
      text: undefined,
      html: "<p>Hello<script>steal()</script></p>",
    });
    const [reply] = await world.repliesOf(caseId);
    expect(reply).toMatchObject({ text: "Hello", handled: "response", needsReading: true });
    expect(reply?.subject).not.toMatch(/[\r\n]/);
    expect(await codesOf(database.db, caseId)).toContain("reply.unclear");
  });
});

describe("what is refused", () => {
  const refused = (over: object) =>
    answer("0190a3b2-7c11-7000-8000-00000000abcd", over).then(
      () => 250,
      (error: { responseCode?: number }) => error.responseCode,
    );

  it("mail to any address that is not a reply address of ours: nothing is relayed", async () => {
    for (const to of [
      "ana@example.com",
      `postmaster@${REPLIES_DOMAIN}`,
      `r-aaaa@${REPLIES_DOMAIN}`,
      `"${REPLIES_DOMAIN}"@example.com`,
    ]) {
      expect(await refused({ to })).toBe(550);
    }
  });

  it("mail about a message that is gone", async () => {
    expect(await refused({})).toBe(550);
  });

  it("mail that is too large, announced or not", async () => {
    const { caseId, messageId } = await open();
    const to = world.addressOf(messageId);
    const text = "x".repeat(1_000).concat("\r\n").repeat(11_000);
    expect(text.length).toBeGreaterThan(MAIL_BYTES_MAX);
    expect(await refused({ to, text })).toBe(552);
    const said = await talk(
      ["EHLO me", "MAIL FROM:<ana@example.com>", `RCPT TO:<${to}>`, "DATA"],
      `Subject: x\r\n\r\n${text}\r\n.\r\n`,
    );
    expect(said).toContain("552");
    expect(await world.repliesOf(caseId)).toEqual([]);
  });

  it("a mail without end, by hanging up", async () => {
    const { caseId, messageId } = await open();
    const socket = await dialled();
    const to = world.addressOf(messageId);
    socket.write(`EHLO me\r\nMAIL FROM:<a@example.com>\r\nRCPT TO:<${to}>\r\nDATA\r\n`);
    await said(socket, "354");
    const closed = new Promise<void>((done) => socket.once("close", () => done()));
    let isOpen = true;
    void closed.then(() => {
      isOpen = false;
    });
    const chunk = Buffer.alloc(1_048_576, "x\r\n");
    for (let sent = 0; isOpen && sent < 60; sent++) {
      if (!socket.write(chunk)) {
        await Promise.race([new Promise((drained) => socket.once("drain", drained)), closed]);
      }
    }
    await closed;
    expect(await world.repliesOf(caseId)).toEqual([]);
  });

  it("mail that is nested without end", async () => {
    const { messageId } = await open();
    let raw = "From: ana@example.com\r\n";
    for (let n = 0; n < 60; n++)
      raw += `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`;
    const envelope = { from: "ana@example.com", to: [world.addressOf(messageId)] };
    expect(await refused({ raw, envelope })).toBe(554);
  });

  it("nothing for good while the database is away: the sender tries again", async () => {
    const { messageId } = await open();
    const db = new Proxy(database.db, {
      get: () => {
        throw new Error("the database is away");
      },
    });
    const away = await startSmtpIntake(
      { ...world.ctx, db },
      { port: 0, domain: REPLIES_DOMAIN, tls: null },
    );
    transport = createTransport({ host: "127.0.0.1", port: away.port, ignoreTLS: true });
    expect(await refused({ to: world.addressOf(messageId) })).toBe(451);
    await away.close();
  });

  it("a password: there is nobody to sign in as", async () => {
    const said = await talk(["EHLO me", "AUTH PLAIN AGEAYg==", "VRFY ana"], "");
    expect(said).not.toMatch(/250[- ]AUTH/);
    expect(said).not.toContain("235");
  });
});

it("a line that breaks in the middle of a mail leaves nothing behind", async () => {
  const { caseId, messageId } = await open();
  const socket = await dialled();
  socket.write(
    `EHLO me\r\nMAIL FROM:<a@example.com>\r\nRCPT TO:<${world.addressOf(messageId)}>\r\nDATA\r\n`,
  );
  await said(socket, "354");
  socket.write("Subject: x\r\n\r\npaid");
  socket.destroy();
  await answer((await open()).messageId);
  expect(await world.repliesOf(caseId)).toEqual([]);
});

async function dialled(): Promise<Socket> {
  const socket = dial(intake.port, "127.0.0.1");
  await said(socket, "220");
  return socket;
}

function said(socket: Socket, code: string): Promise<string> {
  return new Promise((done, failed) => {
    let all = "";
    const hear = (chunk: Buffer) => {
      all += chunk.toString();
      if (!all.includes(code)) return;
      socket.off("data", hear);
      done(all);
    };
    socket.on("data", hear);
    socket.once("error", failed);
    socket.once("close", () => done(all));
  });
}

/** Says lines one after the other, then a mail, and gives all that was answered. */
async function talk(lines: readonly string[], mail: string): Promise<string> {
  const socket = await dialled();
  let all = "";
  socket.on("data", (chunk: Buffer) => {
    all += chunk.toString();
  });
  for (const line of lines) {
    const before = all.length;
    socket.write(`${line}\r\n`);
    while (all.length === before) await new Promise((soon) => setTimeout(soon, 5));
  }
  if (mail !== "") {
    const before = all.length;
    socket.write(mail);
    while (all.length === before) await new Promise((soon) => setTimeout(soon, 20));
  }
  socket.destroy();
  return all;
}
