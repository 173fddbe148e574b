export type StreamEvent = { event: string; id: string; text: string };

/** Reads the lines of an event stream as they come, whole or in pieces; `heard` gets each event. */
export function eventLines(heard: (event: StreamEvent) => void): (piece: string) => void {
  let rest = "";
  let event = "";
  let id = "";
  let lines: string[] = [];
  return (piece) => {
    const all = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = all.pop() ?? "";
    for (const line of all) {
      const [, field, value = ""] = /^([^:]*):? ?(.*)$/s.exec(line) ?? [];
      if (line === "") {
        if (lines.length > 0) heard({ event, id, text: lines.join("\n") });
        event = "";
        lines = [];
      } else if (field === "event") event = value;
      else if (field === "id") id = value;
      else if (field === "data") lines.push(value);
    }
  };
}
