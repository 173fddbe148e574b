import { isChannelOn } from "@/core/delivery/channel-on";
import { consentOf } from "@/core/delivery/consent-of";
import type { PreferenceFacts, TopicFacts } from "@/core/delivery/gate-input";
import type { Definition } from "@/core/workflow/definition";
import { lastSendingStage } from "@/core/workflow/last-sending-stage";
import type { CaseFacts } from "./facts";
import type { SimulatedPerson } from "./scenario-test";
import { type SimulationTemplate, simulatedWords } from "./simulated-content";
import { deliverByGates, reachByGates, type SimulatedRecipient } from "./simulated-delivery";
import { simulatedPerson, unknownPerson } from "./simulated-person";
import type { Deliver, Reaches, SimulatedMessage } from "./simulation";
import type { SimulationFacts, SimulationPerson } from "./simulation-facts";

export type SimulationTemplates = ReadonlyMap<string, SimulationTemplate>;

/** One person's simulation: what `simulate` takes beside program and scenario. */
export type SimulationWorld = {
  /** False when the person is not among the facts: then nothing can be sent to them. */
  isKnown: boolean;
  person: SimulationPerson;
  /** The person's, or the workspace's. */
  zone: string;
  locale: string;
  facts: CaseFacts;
  deliver: Deliver;
  reaches: Reaches;
  /** False for people whose opens may not be looked at. */
  isTracked: (personId: string) => boolean;
  /** Whether somebody gets emails of a topic that they can stop: none of a required one, none that are off. */
  canStop: (personId: string, topic: string) => boolean;
};

type About = {
  definition: Definition;
  /** By key, with what a draft changed; a message without its template fails, as in production. */
  templates: SimulationTemplates;
  /** What the case is called; default: one that nobody has. */
  matter?: CaseFacts["case"];
};

const IMAGINED: CaseFacts["case"] = {
  id: "00000000-0000-7000-8000-000000000000",
  number: 0,
  workflow: "imagined",
  version: 0,
  key: null,
  subject: "",
};

/** The engine's facts and the gates of delivery for one person. */
export function worldOf(
  facts: SimulationFacts,
  ref: SimulatedPerson,
  { definition, templates, matter = IMAGINED }: About,
): SimulationWorld {
  const known = simulatedPerson(facts, ref);
  const person = known ?? unknownPerson("id" in ref ? ref.id : "");
  const { workspace } = facts;
  const calendar =
    (person.calendar && workspace.calendars.get(person.calendar)) || workspace.calendar;
  const personOf = (id: string) => (id === person.id ? person : facts.people.get(id));
  const lastStage = lastSendingStage(definition);
  const recipient = (message: Pick<SimulatedMessage, "personId" | "channel" | "template">) => {
    const topic = templates.get(message.template)?.topic ?? definition.topic;
    return recipientOf(facts, personOf(message.personId), message, topic);
  };
  const reaches = reachByGates(recipient);
  return {
    isKnown: known !== undefined,
    person,
    zone: person.timeZone ?? workspace.timeZone,
    locale: person.locale ?? workspace.locale,
    facts: {
      case: matter,
      data: {},
      person,
      workspace,
      people: facts.people,
      calendarOf: () => calendar,
      reaches: (asked) => reaches(asked, NOTHING_YET, facts.now),
      ...facts.background.get(person.id),
    },
    deliver: deliverByGates({
      limits: facts.limits ?? null,
      recipientOf: recipient,
      isLastReminder: ({ stage }) => stage === lastStage,
      wordsOf: (message, now, view) => {
        const reader = personOf(message.personId);
        const template = templates.get(message.template);
        return reader ? simulatedWords(facts, template, reader, message, now, view) : null;
      },
    }),
    reaches,
    isTracked: (id) => personOf(id)?.trackingConsent ?? false,
    canStop: (id, key) => getsEmails(facts.topics.get(key), personOf(id)?.preferences.get(key)),
  };
}

const NOTHING_YET = { unsubscribed: new Set<string>(), bounced: new Set<string>() };

function getsEmails(topic: TopicFacts | undefined, choice: PreferenceFacts | undefined): boolean {
  if (!topic || topic.required || choice?.frequency === "off") return false;
  return isChannelOn(topic, choice?.channels, "email");
}

function recipientOf(
  { workspace, topics }: SimulationFacts,
  person: SimulationPerson | undefined,
  { channel }: Pick<SimulatedMessage, "channel">,
  topic: string,
): SimulatedRecipient {
  return {
    person: person
      ? {
          erased: person.erased,
          zone: person.timeZone ?? workspace.timeZone,
          ownZone: person.timeZone,
          location: person.location,
          pausedUntil: person.pausedUntil,
          quietHours: person.quietHours,
        }
      : null,
    topic: topics.get(topic) ?? null,
    preference: person?.preferences.get(topic) ?? null,
    consent: consentOf(person?.smsConsents ?? [], topic),
    addresses: person?.addresses.get(channel) ?? [],
  };
}
