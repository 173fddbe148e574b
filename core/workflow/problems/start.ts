import type { Definition } from "../definition";
import type { ProblemParams } from "./codes";
import { unknownField } from "./data-schema";
import { nearestName } from "./nearest-name";
import { atRoot, type Look, type Problem, type WorkflowFacts } from "./problem";
import { missingIn } from "./seen-fields";

/** How cases begin, whom they are about, and what the person can switch off. */
export const start: Look = (definition, facts) => {
  const found: Problem[] = [];
  if (definition.start === undefined) found.push(atRoot("start", "check", "start.missing", {}));
  found.push(...person(definition, facts), ...dueDate(definition, facts));
  const topic = facts.topics.get(definition.topic);
  if (topic === undefined) {
    const meant = nearestName(definition.topic, facts.topics.keys());
    found.push(atRoot("topic", "check", "topic.missing", { topic: definition.topic, meant }));
  } else if (topic.required) {
    found.push(
      atRoot("topic", "check", "pref.required_topic", { topic: topic.name ?? definition.topic }),
    );
  }
  return found;
};

function person(definition: Definition, facts: WorkflowFacts): Problem[] {
  const { person: path, data: schema, start: opens } = definition;
  if (typeof path !== "string") return [];
  const [root, ...rest] = path.split(".");
  const none = { field: path, meant: null, missing: 0, of: 0 };
  const unresolved = (more: Partial<Unresolved>, form: Unresolved["form"]) =>
    atRoot("person", "problem", "start.person_unresolved", { ...none, ...more, form });
  if (root !== "data" || rest.length === 0) return [unresolved({}, "no_path")];
  const unknown = schema && unknownField(schema, rest.join("."));
  if (unknown) {
    const meant = nearestName(unknown.path, unknown.known);
    return [unresolved({ meant: meant && `data.${meant}` }, "unknown")];
  }
  const seen = missingIn(path, opens?.event, facts);
  if (seen === null || seen.missing === 0) return [];
  const problem = unresolved(seen, "missing");
  // The condition may let those events pass by that have nobody.
  return [opens?.where === undefined ? problem : { ...problem, severity: "check" }];
}

type Unresolved = ProblemParams["start.person_unresolved"];

function dueDate({ due, start: opens }: Definition, facts: WorkflowFacts): Problem[] {
  if (due === undefined || !("from" in due)) return [];
  const seen = missingIn(due.from, opens?.event, facts);
  if (seen === null || seen.missing === 0) return [];
  const percent = Math.max(1, Math.round((seen.missing / seen.of) * 100));
  const params = { ...seen, field: due.from, percent };
  return [atRoot("due", "check", "due.sometimes_missing", params)];
}
