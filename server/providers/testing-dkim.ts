import { createHash, createPublicKey, verify } from "node:crypto";

type Lookup = (name: string) => string | undefined;

/** What a receiver finds out about a signature: the headers it covers, or why it does not hold. */
export type DkimVerdict = { covers: string[] } | { broken: string };

const tagsOf = (text: string): Map<string, string> =>
  new Map(
    text.split(";").flatMap((part) => {
      const [name = "", ...value] = part.split("=");
      return name.trim() === "" ? [] : [[name.trim(), value.join("=").replace(/\s+/g, "")]];
    }),
  );

const relaxedHeader = (line: string): string => {
  const at = line.indexOf(":");
  const value = line
    .slice(at + 1)
    .replace(/\r\n/g, "")
    .replace(/[ \t]+/g, " ")
    .trim();
  return `${line.slice(0, at).trim().toLowerCase()}:${value}`;
};

function relaxedBody(body: string): string {
  const lines = body.split("\r\n").map((line) => line.replace(/[ \t]+/g, " ").replace(/ $/, ""));
  while (lines.at(-1) === "") lines.pop();
  return lines.length === 0 ? "" : `${lines.join("\r\n")}\r\n`;
}

/** Verifies the signature of an email as RFC 6376 §6 describes it (relaxed/relaxed, rsa-sha256). */
export function verifyDkim(raw: string, lookup: Lookup): DkimVerdict {
  const end = raw.indexOf("\r\n\r\n");
  const headers = raw.slice(0, end).split(/\r\n(?![ \t])/);
  const named = (name: string) =>
    headers.filter((line) => line.toLowerCase().startsWith(`${name}:`));
  const [line = ""] = named("dkim-signature");
  const tags = tagsOf(line.slice(line.indexOf(":") + 1));
  const tag = (name: string) => tags.get(name) ?? "";
  if (tag("a") !== "rsa-sha256" || tag("c") !== "relaxed/relaxed") return { broken: "algorithm" };
  const record = tagsOf(lookup(`${tag("s")}._domainkey.${tag("d")}`) ?? "");
  if (record.get("v") !== "DKIM1") return { broken: "no key" };
  const bodyHash = createHash("sha256")
    .update(relaxedBody(raw.slice(end + 4)))
    .digest("base64");
  if (bodyHash !== tag("bh")) return { broken: "body" };
  const covers = tag("h").toLowerCase().split(":");
  // Of a header that is there more than once the last is taken first.
  const left = new Map(covers.map((name) => [name, named(name)]));
  const signed = covers.flatMap((name) => {
    const found = left.get(name)?.pop();
    return found === undefined ? [] : [relaxedHeader(found)];
  });
  const own = relaxedHeader(line).replace(/([;\s]b=)[^;]*/, "$1");
  const key = createPublicKey({
    key: Buffer.from(record.get("p") ?? "", "base64"),
    format: "der",
    type: "spki",
  });
  const isRight = verify(
    "sha256",
    Buffer.from([...signed, own].join("\r\n")),
    key,
    Buffer.from(tag("b"), "base64"),
  );
  return isRight ? { covers } : { broken: "signature" };
}
