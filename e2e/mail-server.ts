import { createServer } from "node:http";
import { SMTPServer } from "smtp-server";

/**
 * A real SMTP server for the end-to-end tests, with a small HTTP window on what it received:
 * `GET /` lists `{ to, raw }` oldest first, `DELETE /` forgets all.
 */
type Received = { to: string[]; raw: string };
let received: Received[] = [];

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      const to = session.envelope.rcptTo.map((recipient) => recipient.address);
      received.push({ to, raw: Buffer.concat(chunks).toString("utf8") });
      done();
    });
  },
});
smtp.listen(Number(process.env.E2E_SMTP_PORT), "127.0.0.1");

createServer((request, response) => {
  if (request.method === "DELETE") received = [];
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(received));
}).listen(Number(process.env.E2E_MAIL_PORT), "127.0.0.1");
