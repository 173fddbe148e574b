import { z } from "zod";
import { endpoint } from "./endpoint";
import { At, MomentText } from "./fields";

export const MoveClockInput = z.strictObject({ to: MomentText });
export type MoveClockInput = z.infer<typeof MoveClockInput>;

export const ClockReading = z.object({ now: At });
export type ClockReading = z.infer<typeof ClockReading>;

export const MoveClockResult = z.object({
  now: At,
  ran: z.object({ cases: z.int(), messages: z.int() }),
});
export type MoveClockResult = z.infer<typeof MoveClockResult>;

const tags = ["Sandbox"];

export const sandboxContract = {
  readClock: endpoint("sandbox:read", {
    method: "GET",
    path: "/sandbox/clock",
    summary: "Read the test clock",
    tags,
  })
    .input(z.object({}))
    .output(ClockReading),
  moveClock: endpoint("sandbox:write", {
    method: "POST",
    path: "/sandbox/clock",
    summary: "Move the test clock forward",
    description: "Runs everything that falls due on the way, in order. Sandbox keys only.",
    tags,
  })
    .input(z.object({ body: MoveClockInput }))
    .output(MoveClockResult),
};
