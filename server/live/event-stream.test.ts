import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { eventStream, type StreamEnd } from "./event-stream";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

it("ends when its reader goes away, long after the request has been answered", async () => {
  const leave = new AbortController();
  const open: StreamEnd[] = [];
  const answer = ({ signal }: AbortController) =>
    eventStream({ request: new Request("https://f.example.com/s", { signal }) }, (stream) => {
      open.push(stream);
      return () => open.splice(0);
    });
  const stream = answer(leave);
  for (let i = 0; i < 3; i++) {
    await new Promise((resolve) => setImmediate(resolve));
    collectGarbage();
  }
  leave.abort();
  expect(open).toEqual([]);
  expect(await stream.getReader().read()).toMatchObject({ done: true });
});
