import { parseMoment } from "@/core/calendar/zone";
import type { RenderScope } from "@/core/template/scope";
import { nestedExamples, type Variable } from "@/core/template/variables";
import type { Instant } from "@/core/time";
import type { EditorFacts, ExamplePerson } from "./editor-facts";

type Home = Pick<EditorFacts["workspace"], "locale" | "timeZone">;

/** How a person reads in a text; their addresses are made up, as nobody is written to. */
export function personExample(person: ExamplePerson | null, home: Home) {
  const name = person === null ? "Ada Example" : person.name;
  return {
    id: person?.id ?? "ada",
    name,
    firstName: name?.split(" ")[0] ?? null,
    email: "ada@example.com",
    phone: "+49 151 23456789",
    locale: person?.locale ?? home.locale,
    timeZone: person?.timeZone ?? home.timeZone,
    managerId: null,
    attributes: {},
    location: { country: null, region: null, city: person?.city ?? null },
  };
}

type PersonValues = Record<string, unknown>;

/**
 * What a message of a made-up case reads: the examples of its variables, for this person as the one the
 * case is for and the one who reads it. A due date that is a day ends in their `zone`, as that of a real
 * case does. `isDataMissing`: as if the event had brought nothing.
 */
export function exampleScope(
  variables: readonly Variable[],
  given: { person: PersonValues; zone: string; now: Instant; isDataMissing: boolean },
): RenderScope {
  const { person, zone, now, isDataMissing } = given;
  const examples = nestedExamples(variables);
  const record = (root: string): Record<string, unknown> => {
    const value = examples[root];
    return typeof value === "object" && value !== null ? { ...value } : {};
  };
  const due = typeof examples.due === "string" ? parseMoment(examples.due, zone) : null;
  return {
    data: isDataMissing ? {} : record("data"),
    person,
    recipient: person,
    case: due === null ? record("case") : { ...record("case"), dueAt: due },
    due: typeof examples.due === "number" ? examples.due : due,
    messages: {},
    history: { last: null, lastOf: {}, events: [], cases: [], count: 0, ...record("history") },
    open: { count: 0, cases: [], ...record("open") },
    now,
  };
}
