import type { Behaviour } from "@/core/case/scenario";
import type { Expectation, ExpectedMessage, ScenarioTest } from "@/core/case/scenario-test";
import type { Channel } from "@/core/template/channel";

export const MARIA = { name: "Maria", timeZone: "Europe/Berlin", locale: "de" };
export const KENJI = { name: "Kenji", timeZone: "Asia/Tokyo", locale: "en" };
export const DANA = { name: "Dana", timeZone: "America/New_York", locale: "en" };

type At = Behaviour["at"];

/** Reads the message with that number, counted over everybody, so long after it came. */
export const opens = (message: number, after: string): Behaviour => ({
  do: "open",
  at: { message, after },
});

export const presses = (action: string, at: At): Behaviour => ({ do: "action", action, at });

export const happens = (event: string, after: string): Behaviour => ({
  do: "event",
  event,
  at: { after },
});

/** Whoever is brought in at a level takes it on. */
export const acknowledges = (level: number, after: string): Behaviour => ({
  do: "acknowledge",
  at: { level, after },
});

export const sent = (step: string, channel: Channel, at?: string): ExpectedMessage => ({
  step,
  channel,
  outcome: "sent",
  ...(at !== undefined && { at }),
});

export const failed = (step: string, channel: Channel): ExpectedMessage => ({
  step,
  channel,
  outcome: "failed",
});

export const unsent = (step: string, channel: Channel, code?: string): ExpectedMessage => ({
  step,
  channel,
  outcome: "not_sent",
  ...(code !== undefined && { code }),
});

type Story = Omit<ScenarioTest, "scenario" | "expects"> & {
  behaviours: Behaviour[];
  calls?: ScenarioTest["scenario"]["calls"];
  messages: ExpectedMessage[];
  end: NonNullable<Expectation["end"]>["status"];
};

/** A scenario with what must come of it: every message to its person in order, and the end. */
export const story = ({ behaviours, calls, messages, end, ...test }: Story): ScenarioTest => ({
  ...test,
  scenario: { behaviours, ...(calls && { calls }) },
  expects: { messages, end: { status: end } },
});
