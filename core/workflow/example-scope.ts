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
 * case is for and the one who reads it. `isDataMissing`: as if the event had brought nothing.
 */
export function exampleScope(
  variables: readonly Variable[],
  { person, now, isDataMissing }: { person: PersonValues; now: Instant; isDataMissing: boolean },
): RenderScope {
  const examples = nestedExamples(variables);
  const record = (root: string): Record<string, unknown> => {
    const value = examples[root];
    return typeof value === "object" && value !== null ? { ...value } : {};
  };
  const due = examples.due;
  return {
    data: isDataMissing ? {} : record("data"),
    person,
    recipient: person,
    case: record("case"),
    due: typeof due === "number" || typeof due === "string" ? due : null,
    messages: {},
    history: { last: null, lastOf: {}, events: [], cases: [], count: 0, ...record("history") },
    open: { count: 0, cases: [], ...record("open") },
    now,
  };
}
