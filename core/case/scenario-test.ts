import { z } from "zod";
import { Key, PersonId } from "@/core/ids";
import { Channel } from "@/core/template/channel";
import { Locale } from "@/core/template/locale";
import { InstantText } from "@/core/time";
import { LocalTime } from "@/core/workflow/steps/shared";
import { Scenario } from "./scenario";

export const SCENARIOS_MAX = 50;
export const EXPECTED_MAX = 500;

/** Somebody for a simulation: a person of the workspace, or one made up. */
export const SimulatedPerson = z.union([
  z.strictObject({ id: PersonId }),
  z.strictObject({
    name: z.string().min(1).max(120),
    timeZone: z.string().min(1).max(64),
    locale: Locale.optional(),
    /** Channels this person cannot be reached on. */
    channelsOff: z.array(Channel).max(Channel.options.length).optional(),
    quietHours: z.strictObject({ from: LocalTime, to: LocalTime }).optional(),
    attributes: z.record(z.string(), z.json()).optional(),
    /** A person of the workspace, whom escalations to the manager go to. */
    managerId: PersonId.optional(),
  }),
]);
export type SimulatedPerson = z.infer<typeof SimulatedPerson>;

/** What must come of a message: `at` is local to its person, `2026-03-09T09:00`. */
const ExpectedMessage = z.strictObject({
  step: z.string().max(64),
  channel: Channel,
  outcome: z.enum(["sent", "not_sent", "failed"]),
  at: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "a local time such as 2026-03-09T09:00")
    .optional(),
  /** The reason code, for what was not sent. */
  code: z.string().max(64).optional(),
});
export type ExpectedMessage = z.infer<typeof ExpectedMessage>;

/** What a scenario must come to: all messages to its person, in order, and how the case ends. */
export const Expectation = z.strictObject({
  messages: z.array(ExpectedMessage).max(EXPECTED_MAX).optional(),
  end: z
    .strictObject({
      status: z.enum(["open", "resolved", "expired", "canceled"]),
    })
    .optional(),
});
export type Expectation = z.infer<typeof Expectation>;

/** A scenario kept with a workflow; with `expects` it is a test that publishing runs. */
export const ScenarioTest = z.strictObject({
  key: Key,
  name: z.string().trim().min(1).max(120),
  person: SimulatedPerson,
  /** The event's data; default: the examples of the workflow's data schema. */
  data: z.record(z.string(), z.json()).optional(),
  /** When the case opens. */
  startAt: InstantText,
  dueAt: z.string().max(40).optional(),
  scenario: Scenario,
  expects: Expectation.optional(),
  /** A failing required test stands against publishing; any other is only advice. */
  required: z.boolean().optional(),
});
export type ScenarioTest = z.infer<typeof ScenarioTest>;
