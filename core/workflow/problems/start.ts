import type { Definition } from "../definition";
import { unknownField } from "./data-schema";
import { didYouMean } from "./nearest-name";
import { atRoot, type Look, type Problem } from "./problem";

/** How cases begin, whom they are about, and what the person can switch off. */
export const start: Look = (definition, facts) => {
  const found: Problem[] = [];
  if (definition.start === undefined) {
    found.push(
      atRoot("start", "check", {
        code: "start.missing",
        message: "No event starts this workflow.",
        why: "Its cases are opened by hand or by the API's trigger only.",
        fix: "Choose an event, or leave it so.",
      }),
    );
  }
  found.push(...person(definition));
  const topic = facts.topics.get(definition.topic);
  if (topic === undefined) {
    found.push(
      atRoot("topic", "check", {
        code: "topic.missing",
        message: `There is no topic "${definition.topic}".${didYouMean(definition.topic, facts.topics.keys())}`,
        why: "People choose by topic what reaches them, and how often.",
        fix: "Publishing makes it, named after its key. Or choose another.",
      }),
    );
  } else if (topic.required) {
    found.push(
      atRoot("topic", "check", {
        code: "pref.required_topic",
        message: `The topic "${definition.topic}" is marked as required.`,
        why: "People cannot switch these messages off.",
        fix: "Review the topic.",
      }),
    );
  }
  return found;
};

function person({ person: path, data: schema }: Definition): Problem[] {
  if (typeof path !== "string") return [];
  const [root, ...rest] = path.split(".");
  const unresolved = (message: string) => [
    atRoot("person", "problem", {
      code: "start.person_unresolved",
      message,
      why: "Without a person there is nobody to follow up.",
      fix: "Choose a field of the event, such as data.customer.",
    }),
  ];
  if (root !== "data" || rest.length === 0) {
    return unresolved(`Cannot tell who the case is for: "${path}" does not begin with data.`);
  }
  const unknown = schema && unknownField(schema, rest.join("."));
  if (!unknown) return [];
  const meant = didYouMean(unknown.path, unknown.known).replace('mean "', 'mean "data.');
  return unresolved(`Cannot tell who the case is for: the event has no "${path}".${meant}`);
}
