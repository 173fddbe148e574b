import { createSocket } from "node:dgram";
import type { AddressInfo } from "node:net";

type Records = Readonly<Record<string, { txt?: readonly string[]; mx?: readonly string[] }>>;

const TXT = 16;
const MX = 15;
const TTL_S = 60;
const STRING_BYTES_MAX = 255;
const HEADER_BYTES = 12;
const NAME_ERROR = 3;
const SERVER_FAILURE = 2;

/**
 * A name server on loopback that answers (RFC 1035) with the given records; names that begin with
 * `broken.` get a server failure.
 */
export async function testingNameServer(records: Records) {
  const socket = createSocket("udp4");
  socket.on("message", (query, from) =>
    socket.send(respond(query, records), from.port, from.address),
  );
  await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
  const { port } = socket.address() as AddressInfo;
  return {
    address: `127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => socket.close(() => resolve())),
  };
}

function respond(query: Buffer, records: Records): Buffer {
  const { name, end } = readName(query, HEADER_BYTES);
  const type = query.readUInt16BE(end);
  const known = records[name];
  const data =
    type === TXT
      ? (known?.txt ?? []).map(txtData)
      : type === MX
        ? (known?.mx ?? []).map(mxData)
        : [];
  const code = name.startsWith("broken.") ? SERVER_FAILURE : known ? 0 : NAME_ERROR;
  const header = Buffer.alloc(HEADER_BYTES);
  query.copy(header, 0, 0, 2);
  header.writeUInt16BE(0x8180 | code, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(data.length, 6);
  const question = query.subarray(HEADER_BYTES, end + 4);
  return Buffer.concat([header, question, ...data.map((one) => answer(type, one))]);
}

function readName(query: Buffer, from: number): { name: string; end: number } {
  const labels: string[] = [];
  let at = from;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString("latin1", at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join(".").toLowerCase(), end: at + 1 };
}

function answer(type: number, data: Buffer): Buffer {
  const head = Buffer.alloc(HEADER_BYTES);
  // The name of the question, by pointer.
  head.writeUInt16BE(0xc000 | HEADER_BYTES, 0);
  head.writeUInt16BE(type, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(TTL_S, 6);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}

function txtData(text: string): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < text.length; at += STRING_BYTES_MAX) {
    const part = Buffer.from(text.slice(at, at + STRING_BYTES_MAX), "latin1");
    parts.push(Buffer.from([part.length]), part);
  }
  return Buffer.concat(parts);
}

function mxData(host: string): Buffer {
  const labels = host.split(".").map((label) => Buffer.from(label, "latin1"));
  const name = labels.flatMap((label) => [Buffer.from([label.length]), label]);
  return Buffer.concat([Buffer.from([0, 10]), ...name, Buffer.from([0])]);
}
