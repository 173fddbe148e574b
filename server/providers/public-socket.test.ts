import { createServer, type Server } from "node:net";
import { createTransport } from "nodemailer";
import { afterAll, beforeAll, expect, test } from "vitest";
import { message, patience } from "./contract";
import { publicSocket } from "./public-socket";
import { createSmtp } from "./smtp";
import { fakeSmtp } from "./testing";

let server: Server;
let calls = 0;
beforeAll(async () => {
  server = createServer((socket) => {
    calls += 1;
    socket.end("220 here\r\n");
  });
  await new Promise<void>((ready) => server.listen(0, ready));
});
afterAll(() => new Promise((done) => server.close(done)));

for (const host of ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"]) {
  test(`a server at ${host} is not called where only public ones may be`, async () => {
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    const url = `smtp://${host}:${port}`;
    const smtp = createSmtp({ url, whenUnknown: "give_up", publicOnly: true });
    const delivery = await smtp.send(message, patience());
    expect(delivery).toMatchObject({
      ok: false,
      retry: true,
      notCalled: true,
      blame: "guard",
      reason: expect.stringMatching(/^Not called: Hostname/),
    });
    expect(calls).toBe(0);
    await smtp.close?.();
  });
}

test("a server whose name is allowed is reached at the address that was looked up, and nowhere else", async () => {
  const smtp = await fakeSmtp();
  const asked: string[] = [];
  const getSocket = publicSocket(5_000, {
    refusal: () => undefined,
    lookup: (name, _options, done) => {
      asked.push(name);
      if (name === "mail.example.com") done(null, [{ address: "127.0.0.1", family: 4 }]);
      else done(new Error("Hostname is not a public domain"), []);
    },
  });
  const mail = { from: "a@example.com", to: "b@example.com", subject: "Hello", text: "Hello" };
  const through = (host: string) => {
    const port = Number(new URL(smtp.url).port);
    return createTransport({ host, port, ignoreTLS: true, getSocket }).sendMail(mail);
  };
  await through("mail.example.com");
  expect(smtp.accepted).toHaveLength(1);
  await expect(through("inside.example.com")).rejects.toThrow(/not a public domain/);
  expect(smtp.accepted).toHaveLength(1);
  expect(asked).toEqual(["mail.example.com", "inside.example.com"]);
  await smtp.close();
});
