import type { Changes } from "@/core/live/changes";

export type SeenEvent = { name: string; id: string; changes: Changes };

/** Reads a stream as a browser does, event by event. Tests only. */
export class StreamReader {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #decoder = new TextDecoder();
  readonly #events: SeenEvent[] = [];
  #text = "";
  #over = false;
  /** Lines that browsers do not show, such as heartbeats. */
  comments = 0;

  constructor(stream: ReadableStream<Uint8Array> | null) {
    if (!stream) throw new Error("There is no stream to read");
    this.#reader = stream.getReader();
  }

  /** The next event that is no beat, or null when the stream has ended. */
  async next(): Promise<SeenEvent | null> {
    for (;;) {
      const event = this.#events.shift();
      if (event && event.name !== "beat") return event;
      if (event) continue;
      if (this.#over) return null;
      const { value, done } = await this.#reader.read();
      this.#over = done;
      this.#take(this.#decoder.decode(value, { stream: !done }));
    }
  }

  async close(): Promise<void> {
    await this.#reader.cancel();
  }

  #take(text: string): void {
    const blocks = (this.#text + text).split("\n\n");
    this.#text = blocks.pop() ?? "";
    for (const block of blocks) {
      const lines = block.split("\n");
      if (lines.some((line) => line.startsWith(":"))) this.comments += 1;
      const field = (name: string) =>
        lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
      const data = field("data");
      if (data === undefined) continue;
      this.#events.push({
        name: field("event") ?? "message",
        id: field("id") ?? "",
        changes: JSON.parse(data) as Changes,
      });
    }
  }
}
