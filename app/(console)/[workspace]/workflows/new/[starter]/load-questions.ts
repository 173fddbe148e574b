import "server-only";
import type { Starter } from "@/core/gallery/starter";
import { dueSentence } from "@/core/sentence/document-sentence";
import { listKeyed } from "@/db/queries/keyed";
import { freeWorkflowKey } from "@/db/queries/workflow-files";
import { ctx } from "@/server/boot";
import type { PageView } from "../../../page-view";
import { starterWords } from "../starter-words";
import type { StarterQuestions } from "./starter-form";

const CHOICES_MAX = 500;

/** What a starter asks, each with its default in this workspace. */
export async function loadQuestions(view: PageView, starter: Starter): Promise<StarterQuestions> {
  const { workspaceId, t, locale } = view;
  const [teams, rotas, key] = await Promise.all([
    listKeyed(ctx.db, workspaceId, "teams", { limit: CHOICES_MAX }),
    listKeyed(ctx.db, workspaceId, "rotas", { limit: CHOICES_MAX }),
    freeWorkflowKey(ctx.db, workspaceId, starter.key),
  ]);
  const { asks, topics, templates, scenarios } = starter;
  const here = new Set(teams.rows.map((team) => team.key));
  const onDuty = new Set(rotas.rows.map((rota) => rota.key));
  const names = {};
  return {
    starter: starter.key,
    name: starterWords(starter, t).name,
    workflowKey: key,
    startEvent: asks.event,
    personField: asks.person,
    due:
      asks.due === null
        ? null
        : "from" in asks.due
          ? { field: asks.due.from }
          : { sentence: dueSentence(asks.due, { locale, names }) },
    teams: asks.teams.map((team) => ({ ...team, chosen: here.has(team.key) ? team.key : "" })),
    choices: teams.rows
      .map((team) => ({ key: team.key, name: team.name }))
      .sort((a, b) => a.name.localeCompare(b.name, locale)),
    missingRotas: starter.rotas.filter((rota) => !onDuty.has(rota.key)),
    fields: Object.keys(fieldsOf(starter)).map((field) => `data.${field}`),
    brings: {
      templates: Object.keys(templates).length,
      scenarios: scenarios.length,
      topic: topics[0]?.name ?? starter.definition.topic,
    },
  };
}

function fieldsOf({ definition: { data } }: Starter): object {
  const properties = data?.properties;
  return typeof properties === "object" && properties !== null ? properties : {};
}
