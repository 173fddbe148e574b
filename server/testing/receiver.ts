import type { ServerResponse } from "node:http";
import { Webhook } from "standardwebhooks";
import { type Asked, httpServer } from "./http-server";

export type Heard = Omit<Asked, "body"> & { body: string };

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
  const { url, close } = await httpServer((asked, response) => {
    const one = { ...asked, body: asked.body.toString() };
    heard.push(one);
    how(response, one);
  });
  return {
    url: `${url}/hook`,
    heard,
    answer: (next) => {
      how = next;
    },
    close,
  };
}

/** What stands in a request that is signed with this secret; throws as the library of Standard Webhooks does. */
export function verify({ headers, body }: Heard, secret: string): unknown {
  const texts = Object.entries(headers).map(([name, value]) => [name, String(value)]);
  return new Webhook(secret).verify(body, Object.fromEntries(texts));
}
