import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Heard = { path: string; headers: IncomingHttpHeaders; body: string };

export type Receiver = {
  url: string;
  heard: Heard[];
  /** What the next requests are answered. */
  answer: (how: (response: ServerResponse, heard: Heard) => void) => void;
  close: () => Promise<void>;
};

/** An HTTP server of somebody who wants to be told; it takes everything until told otherwise. */
export async function receiver(): Promise<Receiver> {
  let how: (response: ServerResponse, heard: Heard) => void = (response) => {
    response.writeHead(204).end();
  };
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { url: path = "", headers } = request;
      const one = { path, headers, body: Buffer.concat(chunks).toString() };
      heard.push(one);
      how(response, one);
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    heard,
    answer: (next) => {
      how = next;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** The headers as a verifying library takes them. */
export const headersOf = ({ headers }: Heard): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
