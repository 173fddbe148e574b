import { Resolver } from "node:dns/promises";
import { SECOND_MS } from "@/core/time";

const TIMEOUT_MS = 3 * SECOND_MS;
const TRIES = 2;
const RECORDS_MAX = 50;
const RECORD_CHARS_MAX = 4_096;

export type Answer = { answered: true; records: string[] } | { answered: false; why: string };

/** Asks for records; a name that does not exist, or has none of that kind, has no records. */
export type NameServer = {
  txt(name: string): Promise<Answer>;
  /** Hosts, the preferred one first. */
  mx(name: string): Promise<Answer>;
};

const NONE: readonly string[] = ["ENOTFOUND", "ENODATA"];

/** The machine's own name servers, or those given as `host:port`. */
export function nameServer(servers?: readonly string[]): NameServer {
  const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: TRIES });
  if (servers) resolver.setServers([...servers]);
  return {
    txt: (name) =>
      answer(async () => (await resolver.resolveTxt(name)).map((parts) => parts.join(""))),
    mx: (name) =>
      answer(async () =>
        (await resolver.resolveMx(name))
          .toSorted((a, b) => a.priority - b.priority)
          .map(({ exchange }) => exchange),
      ),
  };
}

async function answer(ask: () => Promise<string[]>): Promise<Answer> {
  try {
    const records = await ask();
    const kept = records.slice(0, RECORDS_MAX).map((text) => text.slice(0, RECORD_CHARS_MAX));
    return { answered: true, records: kept };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (NONE.includes(code)) return { answered: true, records: [] };
    if (code === "") throw error;
    return { answered: false, why: code };
  }
}
