import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { message, patience } from "./contract";
import { createSmtp } from "./smtp";

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
    expect(delivery).toMatchObject({ ok: false, reason: expect.stringMatching(/^Hostname/) });
    expect(calls).toBe(0);
    await smtp.close?.();
  });
}
