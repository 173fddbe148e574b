import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Operation } from "./operation";
import type { Kept, Surroundings } from "./surroundings";
import { ModelServer } from "./testing-server";

export type Asked = { method: string; path: string; key: string | undefined; token: string };

/** A server that answers as /api/inbox does, for one person, over HTTP. */
export class TestingHttp {
  readonly model = new ModelServer();
  readonly asked: Asked[] = [];
  readonly streams = new Set<ServerResponse>();
  /** Answered with this status instead; by the first part of the path, or `*`. */
  readonly refusals = new Map<string, number>();
  /** The token that is let in. */
  token = "ana.1";
  resumed: string[] = [];
  readonly #http = createServer((request, response) => void this.#answer(request, response));
  readonly #hopes = new Set<() => void>();

  get url(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }
  listen = (): Promise<void> => new Promise((done) => this.#http.listen(0, "127.0.0.1", done));
  async close(): Promise<void> {
    this.#http.closeAllConnections();
    await new Promise((done) => this.#http.close(done));
  }

  /** Once something holds of what was asked. */
  until(holds: () => boolean): Promise<void> {
    return new Promise((done) => {
      const look = () => {
        if (!holds()) return;
        this.#hopes.delete(look);
        done();
      };
      this.#hopes.add(look);
      look();
    });
  }

  #stir(): void {
    for (const look of [...this.#hopes]) look();
  }

  /** Changes the inbox, and tells who follows it. */
  change(how: (model: ModelServer) => void): void {
    const before = this.model.revision;
    how(this.model);
    for (const stream of this.streams) this.#tell(stream, before);
  }

  #tell(stream: ServerResponse, since: number): void {
    const answer = this.model.changes(since);
    if (answer.revision === since) return;
    stream.write(`event: change\nid: ${answer.revision}\ndata: ${JSON.stringify(answer)}\n\n`);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "", this.url);
    const path = url.pathname.replace("/api/inbox", "");
    const verb = path.split("/")[1] ?? "";
    const token = (request.headers.authorization ?? "").replace("Bearer ", "");
    const key = request.headers["idempotency-key"] as string | undefined;
    this.asked.push({ method: request.method ?? "", path: path + url.search, key, token });
    let text = "";
    for await (const piece of request) text += piece;
    const body = text ? JSON.parse(text) : {};
    const refused = this.refusals.get(verb) ?? this.refusals.get("*");
    const status = refused ?? (token === this.token ? 200 : 401);
    if (status === 0) response.destroy();
    else if (status !== 200) response.writeHead(status).end("{}");
    else if (verb === "stream") this.#stream(request, response);
    else response.end(JSON.stringify(this.#result(verb, path, url, body, key ?? "")));
    this.#stir();
  }

  #stream(request: IncomingMessage, response: ServerResponse): void {
    const since = String(request.headers["last-event-id"]);
    this.resumed.push(since);
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write("retry: 2000\n\n");
    this.#tell(response, Number(since));
    this.streams.add(response);
    response.on("close", () => {
      this.streams.delete(response);
      this.#stir();
    });
  }

  #result(verb: string, path: string, url: URL, body: Record<string, unknown>, key: string) {
    const { model } = this;
    if (verb === "counts") return model.changes(model.revision);
    if (verb === "changes") return model.changes(Number(url.searchParams.get("since")));
    if (verb === "items") {
      const items = [...model.items.values()].reverse();
      return { ...model.changes(model.revision), items, nextCursor: null };
    }
    const before = model.revision;
    if (verb === "actions") {
      const isUndo = path.endsWith("/undo");
      this.change(() =>
        model.change(path.split("/")[2] ?? "", (item) => ({ ...item, todo: isUndo })),
      );
      return { ...model.changes(before), result: "done" };
    }
    let answer = model.changes(before);
    this.change(() => {
      answer = model.carryOut({ key, verb, at: "2029", ...body } as Operation);
    });
    return answer;
  }
}

/** A browser whose hours pass when the test says so. */
export class TestingBrowser implements Surroundings {
  /** What is due within so many milliseconds happens at once. */
  hurryMs = 0;
  readonly kept = new Map<string, Kept>();
  readonly notes = new Map<string, string>();
  #now = Date.parse("2029-01-01T00:00:00Z");
  readonly #timers = new Map<object, { at: number; run: () => void }>();

  now = (): number => this.#now;
  random = (): number => 0;
  rest = async (): Promise<void> => {};
  after(ms: number, run: () => void): () => void {
    const timer = {};
    this.#timers.set(timer, { at: this.#now + ms, run });
    if (ms <= this.hurryMs) setImmediate(() => this.#fire(timer));
    return () => this.#timers.delete(timer);
  }
  #fire(timer: object): void {
    const { run } = this.#timers.get(timer) ?? {};
    this.#timers.delete(timer);
    run?.();
  }
  pass(ms: number): void {
    this.#now += ms;
    for (const [timer, { at }] of [...this.#timers]) if (at <= this.#now) this.#fire(timer);
  }
  load = async (key: string) => this.kept.get(key);
  save = async (key: string, kept: Kept): Promise<void> => {
    this.kept.set(key, structuredClone(kept));
  };
  get storage(): Storage {
    const { notes } = this;
    return {
      get length() {
        return notes.size;
      },
      key: (at) => [...notes.keys()][at] ?? null,
      getItem: (name) => notes.get(name) ?? null,
      setItem: (name, value) => void notes.set(name, value),
      removeItem: (name) => void notes.delete(name),
      clear: () => notes.clear(),
    };
  }
}
