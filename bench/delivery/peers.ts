import { createServer as createHttp, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createTcp, type Socket } from "node:net";

/** How long the HTTP provider thinks about each call. */
export const ANSWER_MS = 50;

export type PeerUrls = { resend: string; smtp: string };

/** The providers that are measured against, in a process of their own: what they cost is not ours. */
export async function runPeers(): Promise<void> {
  const [resend, smtp] = await Promise.all([resendPeer(ANSWER_MS), smtpPeer()]);
  process.send?.({ resend: resend.url, smtp } satisfies PeerUrls);
  process.once("disconnect", () => process.exit(0));
}

const listening = (server: ReturnType<typeof createTcp>) =>
  new Promise<number>((ready) => {
    server.listen(0, "127.0.0.1", () => ready((server.address() as AddressInfo).port));
  });

/** Takes every email and every batch of them, after `answerMs`. */
export async function resendPeer(answerMs: number): Promise<{ url: string; close: () => void }> {
  let count = 0;
  const answer = (response: ServerResponse, body: object) =>
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
  const server = createHttp((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const isBatch = request.url === "/emails/batch";
      const sent: unknown = isBatch ? JSON.parse(Buffer.concat(chunks).toString()) : null;
      const ids = Array.isArray(sent) ? sent.map(() => ({ id: `re_${++count}` })) : null;
      const body = ids ? { data: ids } : { id: `re_${++count}` };
      if (answerMs > 0) setTimeout(answer, answerMs, response, body);
      else answer(response, body);
    });
  });
  server.keepAliveTimeout = 60_000;
  const url = `http://127.0.0.1:${await listening(server)}`;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url, close };
}

/** An SMTP server that takes everything and keeps nothing; it knows as much of it as a sender needs. */
async function smtpPeer(): Promise<string> {
  const server = createTcp((socket: Socket) => {
    let text = "";
    let isMessage = false;
    socket.setNoDelay(true);
    socket.on("error", () => socket.destroy());
    socket.write("220 bench ESMTP\r\n");
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
      for (;;) {
        const end = isMessage ? text.indexOf("\r\n.\r\n") : text.indexOf("\r\n");
        if (end < 0) return;
        const line = text.slice(0, end);
        text = text.slice(end + (isMessage ? 5 : 2));
        if (isMessage) {
          isMessage = false;
          socket.write("250 2.0.0 taken\r\n");
          continue;
        }
        const verb = line.slice(0, 4).toUpperCase();
        isMessage = verb === "DATA";
        if (verb === "EHLO") socket.write("250-bench\r\n250 8BITMIME\r\n");
        else if (verb === "QUIT") socket.end("221 bye\r\n");
        else socket.write(isMessage ? "354 go on\r\n" : "250 2.0.0 ok\r\n");
      }
    });
  });
  return `smtp://127.0.0.1:${await listening(server)}`;
}
