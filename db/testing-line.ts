import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export type LossyLine = {
  /** The same database, by way of this line. */
  url: string;
  /** How often the line was cut so far. */
  cuts: number;
  /** Cut before the next statement with this text comes to PostgreSQL: it never happens. */
  loseNext: (text: string) => void;
  /** Cut when PostgreSQL has done the next statement of this command tag, before anybody hears of it. */
  loseAnswerTo: (tag: string) => void;
  close: () => Promise<void>;
};

/** A line to the PostgreSQL at `url` that is cut at a moment the test names, once for each that it names. */
export async function lossyLine(url: string): Promise<LossyLine> {
  const target = new URL(url);
  const open = new Set<Socket>();
  let text: string | null = null;
  let tag: string | null = null;

  const server = createServer((client) => {
    const upstream = connect(Number(target.port || 5432), target.hostname);
    let isLosing = false;
    const cut = () => {
      // As the system does it for a process that was killed.
      client.resetAndDestroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.on("error", cut);
      socket.on("close", () => {
        open.delete(socket);
        cut();
      });
    }
    const lose = () => {
      line.cuts += 1;
      cut();
    };
    client.on(
      "data",
      // The first message of a client has no type.
      messages({ isTyped: false }, (type, message) => {
        const isStatement = type === "Q" || type === "P";
        if (isStatement && text !== null && message.includes(text)) {
          text = null;
          return lose();
        }
        upstream.write(message);
      }),
    );
    upstream.on(
      "data",
      messages({ isTyped: true }, (type, message) => {
        if (type === "C" && tag !== null && message.includes(tag)) {
          tag = null;
          isLosing = true;
        }
        if (!isLosing) client.write(message);
        // Ready for the next query: by now it is also committed.
        else if (type === "Z") lose();
      }),
    );
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const own = new URL(url);
  own.hostname = "127.0.0.1";
  own.port = String((server.address() as AddressInfo).port);
  const line: LossyLine = {
    url: own.href,
    cuts: 0,
    loseNext: (next) => {
      text = next;
    },
    loseAnswerTo: (next) => {
      tag = next;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const socket of open) socket.destroy();
      }),
  };
  return line;
}

const LENGTH_BYTES = 4;

/** Takes the pieces that arrive apart into messages of PostgreSQL's protocol: a type, the length with itself, the rest. */
function messages(
  { isTyped }: { isTyped: boolean },
  take: (type: string, message: Buffer) => void,
): (piece: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let typeBytes = isTyped ? 1 : 0;
  return (piece) => {
    rest = Buffer.concat([rest, piece]);
    while (rest.length >= typeBytes + LENGTH_BYTES) {
      const end = typeBytes + rest.readUInt32BE(typeBytes);
      if (rest.length < end) return;
      const message = rest.subarray(0, end);
      const type = typeBytes === 0 ? "" : String.fromCharCode(message[0] ?? 0);
      rest = rest.subarray(end);
      typeBytes = 1;
      take(type, message);
    }
  };
}
