import type { SimulatedPerson } from "@/core/case/scenario-test";
import { simulatedPerson } from "@/core/case/simulated-person";
import type { SimulationFacts, SimulationPerson } from "@/core/case/simulation-facts";
import { Channel } from "@/core/template/channel";
import type { MadeUp } from "./address";

const NAME_CHARS_MAX = 120;

/** Made-up people who are there with one press. */
export const QUICK = [
  { text: "simulation.quickTokyo", timeZone: "Asia/Tokyo", locale: "ja" },
  { text: "simulation.quickNewYork", timeZone: "America/New_York", locale: "en-US" },
  { text: "simulation.quickBerlin", timeZone: "Europe/Berlin", locale: "de" },
  { text: "simulation.quickNoSms", timeZone: "Europe/London", locale: "en-GB" },
] as const;

export function quickPerson(index: number, t: (key: (typeof QUICK)[number]["text"]) => string) {
  const quick = QUICK[index];
  if (!quick) return undefined;
  const { text, timeZone, locale } = quick;
  const person: MadeUp = { name: t(text), timeZone, locale };
  if (text !== "simulation.quickNoSms") return person;
  return { ...person, channelsOff: ["sms" as const], quietHours: { from: "20:00", to: "08:00" } };
}

export const isSame = (a: SimulatedPerson, b: SimulatedPerson | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** Somebody like a person of the workspace who has agreed to the tracking of what they open. */
export function trackedLike(person: SimulationPerson, facts: SimulationFacts): MadeUp {
  const { id, name, timeZone, locale, managerId, addresses, smsConsents, quietHours } = person;
  const isOff = (channel: Channel) =>
    channel === "sms"
      ? smsConsents[0]?.granted === false || (addresses.get("sms") ?? []).length === 0
      : channel !== "in_app" && (addresses.get(channel) ?? []).length === 0;
  const channelsOff = Channel.options.filter(isOff);
  const [quiet] = quietHours ?? [];
  return {
    name: (name ?? id).trim().slice(0, NAME_CHARS_MAX),
    timeZone: timeZone ?? facts.workspace.timeZone,
    locale: locale ?? facts.workspace.locale,
    ...(channelsOff.length > 0 && { channelsOff }),
    ...(quiet && { quietHours: { from: quiet.from, to: quiet.to } }),
    ...(managerId !== null && { managerId }),
  };
}

/** The zone of somebody's clock. */
export const zoneOf = (facts: SimulationFacts, ref: SimulatedPerson): string =>
  simulatedPerson(facts, ref)?.timeZone ?? facts.workspace.timeZone;
