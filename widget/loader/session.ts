import type { InboxAnswer } from "@/core/contracts/inbox";
import type { Inbox, InboxToken } from "../client/inbox";

const BASE = new URL(import.meta.url).origin;
const IDLE_MAX_MS = 4_000;
const RETRY_MIN_MS = 1_000;
const RETRY_MAX_MS = 60_000;

type AskToken = () => Promise<InboxToken>;
export type Source = HTMLElement & { token: AskToken | undefined };

/** One inbox of the page, shared by all elements that name the same source of tokens. */
export type Session = {
  /** The counts, asked for once before the client is there; null when that failed. */
  first: Promise<InboxAnswer | null>;
  inbox(): Promise<Inbox>;
  /** An element uses it no more; with the last one it ends. */
  leave(): void;
};

type Shared = Session & { users: number };
const sessions = new Map<unknown, Shared>();

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** After the page has painted and settled. */
export const idle = (): Promise<unknown> =>
  "requestIdleCallback" in globalThis
    ? new Promise((done) => requestIdleCallback(done, { timeout: IDLE_MAX_MS }))
    : wait(200);

/** `import()` until it succeeds: the server may be away for a while. */
export async function persist<T>(load: () => Promise<T>, ms: number = RETRY_MIN_MS): Promise<T> {
  try {
    return await load();
  } catch {
    await wait(ms * (0.5 + Math.random() / 2));
    return persist(load, Math.min(RETRY_MAX_MS, ms * 2));
  }
}

async function fetched(url: string, init: RequestInit) {
  const response = await fetch(url, { cache: "no-store", ...init });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
}

async function firstCounts(
  baseUrl: string,
  asked: Promise<InboxToken>,
): Promise<InboxAnswer | null> {
  try {
    const given = await asked;
    const authorization = `Bearer ${typeof given === "string" ? given : given.token}`;
    return await fetched(`${baseUrl}/api/inbox/counts`, {
      headers: { authorization },
      credentials: "omit",
    });
  } catch {
    // The client asks again, and says what is wrong.
    return null;
  }
}

/** The session of an element; null while it names no source of tokens. */
export function sessionOf(
  element: Source,
  lang: string,
  failed: (why: string) => void,
): Session | null {
  const url = element.getAttribute("token-url");
  const isDemo = element.hasAttribute("demo");
  const baseUrl = element.getAttribute("base-url")?.replace(/\/$/, "") ?? BASE;
  const source = isDemo || (element.token ?? url);
  if (!source) return null;
  const key = source === url ? `${baseUrl} ${url}` : source;
  let session = sessions.get(key);
  if (!session) {
    const ask: AskToken =
      element.token ?? (() => fetched(url ?? "", { credentials: "same-origin" }));
    let given = isDemo ? null : ask();
    const first = given ? firstCounts(baseUrl, given) : Promise.resolve(null);
    const made = async (): Promise<Inbox> => {
      await idle();
      if (isDemo) return (await persist(() => import("../demo/demo-inbox"))).demoInbox(lang);
      const { createInbox } = await persist(() => import("../client/create-inbox"));
      // The client begins with the token that is here.
      const token = () => {
        const now = given ?? ask();
        given = null;
        return now;
      };
      const keep = element.getAttribute("keep") !== "off";
      return createInbox({ baseUrl, token, key: url ?? "", keep }, await first);
    };
    let inbox: Promise<Inbox> | undefined;
    session = {
      users: 0,
      first,
      inbox: () => {
        inbox ??= made().then((ready) => {
          ready.on((event) => event.type === "failed" && failed(event.why));
          ready.start();
          return ready;
        });
        return inbox;
      },
      leave() {
        if (--this.users > 0) return;
        sessions.delete(key);
        void inbox?.then((ready) => ready.stop());
      },
    };
    sessions.set(key, session);
  }
  session.users++;
  return session;
}
