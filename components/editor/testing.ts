import { en } from "@/components/text/en";
import { textOf } from "@/components/text/text";
import { DEFAULT_CALENDAR } from "@/core/calendar/business-days";
import { Definition } from "@/core/workflow/definition";
import { newHistory } from "@/core/workflow/edit/history";
import type { EditorFacts } from "@/core/workflow/editor-facts";
import { editorNames } from "./editor-names";
import { EditorStore } from "./editor-store";

const wait = (id: string) => ({ id, kind: "wait", for: "P1D" });

/** Stage one: a, then the branch b with b1 and b2, else b3, then c; stage two: d. */
export const plan = Definition.parse({
  schema: 1,
  purpose: "reminder",
  topic: "any",
  subject: "Any",
  stopsWhen: [],
  stages: [
    {
      id: "one",
      name: "One",
      steps: [
        wait("a"),
        {
          id: "b",
          kind: "branch",
          paths: [
            { name: "Yes", when: "case.priority == 'high'", steps: [wait("b1"), wait("b2")] },
          ],
          otherwise: [wait("b3")],
        },
        wait("c"),
      ],
    },
    { id: "two", name: "Two", steps: [wait("d")] },
  ],
});

export const planDocument = { name: "Any", definition: plan, contents: {} };

const facts: EditorFacts = {
  templates: {},
  topics: [],
  teams: [],
  policies: [],
  rotas: [],
  people: [],
  channelsOn: null,
  events: [],
  workspace: { timeZone: "UTC", locale: "en", calendar: DEFAULT_CALENDAR },
};

/** An editor opened on that plan; ids are n1, n2 and so on, and time stands still. */
export function openedPlan(current = "a") {
  let n = 0;
  const newId = () => `n${++n}`;
  const store = new EditorStore(newHistory(planDocument, 0), current, newId, () => 0);
  const names = editorNames(facts, planDocument, "en");
  return { store, facts, reader: { t: textOf(en, "en"), locale: "en", names } };
}
