import { type DraftTemplate, type DraftTemplates, finished } from "@/core/template/draft-template";
import type { EditorFacts } from "./editor-facts";
import type { ScenarioRuns, WorkflowFacts } from "./validate";

/**
 * What a definition is checked against: the workspace as the editor knows it, with the contents that
 * the draft has changed lying over those that are live.
 */
export function workflowFactsOf(
  facts: EditorFacts,
  drafts: DraftTemplates = {},
  runs: ScenarioRuns | null = null,
): WorkflowFacts {
  const templates: Map<string, Written> = new Map(Object.entries(facts.templates));
  const unfinished = new Map<string, Unfinished>();
  for (const [key, draft] of Object.entries(drafts)) {
    const result = finishedOnce(draft);
    if (result.ok) templates.set(key, result.template);
    else {
      templates.delete(key);
      const field = result.issues[0]?.path ?? "content";
      unfinished.set(key, { channel: draft.channel, field });
    }
  }
  const { topics, teams, policies, rotas, channelsOn, events } = facts;
  return {
    templates,
    snippets: facts.snippets ?? null,
    unfinished,
    topics: new Map(topics.map((topic) => [topic.key, topic])),
    teams: new Map(
      teams.map(({ key, name, leadId, memberIds }) => [key, { name, leadId, members: memberIds }]),
    ),
    policies: new Set(policies.map(({ key }) => key)),
    ladders: new Map(policies.map(({ key, ladder }) => [key, ladder])),
    rotas: new Set(rotas.map(({ key }) => key)),
    channelsOn: channelsOn && new Set(channelsOn),
    eventNames: events.length === 0 ? null : new Set(events.map(({ name }) => name)),
    events: new Map(events.map((event) => [event.name, event])),
    preferenceLinks: facts.preferenceLinks ?? null,
    postalAddress: facts.postalAddress ?? null,
    languages: facts.workspace.languages ?? null,
    quietHours: facts.quietHours ?? null,
    runs,
  };
}

// The editor asks after every key; a draft that was not touched is the same object.
const known = new WeakMap<DraftTemplate, ReturnType<typeof finished>>();

function finishedOnce(draft: DraftTemplate): ReturnType<typeof finished> {
  const result = known.get(draft) ?? finished(draft);
  known.set(draft, result);
  return result;
}

type Written = WorkflowFacts["templates"] extends ReadonlyMap<string, infer T> ? T : never;
type Unfinished = { channel: Written["channel"]; field: string };
