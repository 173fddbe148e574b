import { WEEKDAYS } from "@/core/calendar/civil";
import type { AddressFacts, PreferenceFacts } from "@/core/delivery/gate-input";
import { Channel } from "@/core/template/channel";
import type { SimulatedPerson } from "./scenario-test";
import type { SimulationFacts, SimulationPerson } from "./simulation-facts";

/** No id of a real person, for it ends with a blank. */
export const MADE_UP_ID = "made-up ";

type MadeUp = Exclude<SimulatedPerson, { id: string }>;

/** The person a scenario is about: one of the workspace, or one made up. Undefined: not (or no longer) known. */
export function simulatedPerson(
  { people, topics }: Pick<SimulationFacts, "people" | "topics">,
  ref: SimulatedPerson,
): SimulationPerson | undefined {
  return "id" in ref ? people.get(ref.id) : madeUp(ref, [...topics.keys()]);
}

/** A person who is not known (any more): nothing can be sent to them, nothing breaks. */
export const unknownPerson = (id: string): SimulationPerson => ({
  id,
  name: null,
  email: null,
  phone: null,
  locale: null,
  timeZone: null,
  attributes: {},
  location: null,
  managerId: null,
  pausedUntil: null,
  preferredChannel: null,
  erased: true,
  calendar: null,
  quietHours: null,
  trackingConsent: false,
  addresses: new Map(),
  preferences: new Map(),
  smsConsents: [],
});

/** Somebody with a good address on every channel but those that are off; an SMS that is off is no consent. */
function madeUp(ref: MadeUp, topics: readonly string[]): SimulationPerson {
  const { name, timeZone, locale, channelsOff = [], quietHours, attributes, managerId } = ref;
  const addresses = new Map<string, AddressFacts[]>();
  for (const channel of Channel.options) {
    const isOn = channel === "sms" || !channelsOff.includes(channel);
    if (isOn) addresses.set(channel, [{ ...GOOD, address: ADDRESS[channel] }]);
  }
  const off = channelsOff.includes("in_app") ? topics : [];
  return {
    id: MADE_UP_ID,
    name,
    email: addresses.has("email") ? ADDRESS.email : null,
    phone: ADDRESS.sms,
    locale: locale ?? null,
    timeZone,
    attributes: attributes ?? {},
    location: null,
    managerId: managerId ?? null,
    pausedUntil: null,
    preferredChannel: null,
    erased: false,
    calendar: null,
    quietHours: quietHours ? [{ days: [...WEEKDAYS], ...quietHours }] : null,
    trackingConsent: true,
    addresses,
    preferences: new Map(off.map((topic) => [topic, IN_APP_OFF])),
    smsConsents: channelsOff.includes("sms") ? [{ topic: null, granted: false }] : [],
  };
}

const IN_APP_OFF: PreferenceFacts = {
  channels: { in_app: false },
  frequency: "as_it_happens",
  digestAt: null,
};
const GOOD = { verified: true, suppressed: null };
const ADDRESS = {
  email: "made.up@example.com",
  sms: "+447700900123",
  push: "made up push",
  in_app: "made up",
  webhook: "https://example.com/made-up",
} as const satisfies Record<Channel, string>;
