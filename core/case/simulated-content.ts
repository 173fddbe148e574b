import type { RenderedContent } from "@/core/delivery/rendered-content";
import type { Unwritten } from "@/core/delivery/unwritten";
import { pickContent, type Template } from "@/core/template/content";
import { usableLocale } from "@/core/template/formats";
import { renderContent } from "@/core/template/render-content";
import { snippetsFor } from "@/core/template/snippet";
import type { Instant } from "@/core/time";
import { messageScope } from "./message-scope";
import type { DeliveryView, SimulatedMessage } from "./simulation";
import type { SimulationFacts, SimulationPerson } from "./simulation-facts";

/** A template as a simulation reads it: published, or still being written. */
export type SimulationTemplate = Pick<Template, "content" | "locales" | "topic" | "layout">;

export type SimulatedWords = { ok: true; content: RenderedContent } | ({ ok: false } & Unwritten);

/** Where links to the console point in a simulation. */
const CASE_URL = "https://example.com/cases/simulated";

/** The words of a message at its moment, in its reader's language and zone: what delivery would render. */
export function simulatedWords(
  facts: SimulationFacts,
  template: SimulationTemplate | undefined,
  recipient: SimulationPerson,
  message: SimulatedMessage,
  now: Instant,
  view: DeliveryView,
): SimulatedWords {
  const key = message.template;
  if (!template) {
    const params = { template: key, text: `there is no template "${key}"` };
    return { ok: false, params, awaits: null };
  }
  const { workspace } = facts;
  const locale = usableLocale(recipient.locale ?? workspace.locale);
  const zone = recipient.timeZone ?? workspace.timeZone;
  const { state, facts: matter } = view;
  const scope = messageScope({
    row: {
      ...matter.case,
      ...state,
      data: matter.data,
      stage: message.stage,
      currentStage: state.stage,
    },
    saved: state.memory.saved ?? {},
    person: matter.person,
    recipient,
    ownerName: ownerName(facts, view),
    url: CASE_URL,
    messages: view.messages,
    history: matter.history,
    open: matter.open,
    now,
  });
  const home = workspace.locale;
  const snippets = snippetsFor(facts.snippets ?? new Map(), { locale, home });
  const content = pickContent(template, locale, home);
  const result = renderContent(content, scope, { locale, zone, now, snippets });
  const { layout } = template;
  if (result.ok) {
    return { ok: true, content: { locale, ...(layout && { layout }), ...result.rendered } };
  }
  const { field, message: text, line, column, awaits = null } = result;
  return { ok: false, params: { template: key, field, line, column, text }, awaits };
}

function ownerName({ workspace, people }: SimulationFacts, { state }: DeliveryView): string | null {
  const { owner } = state;
  if (owner === null) return null;
  if ("team" in owner) return workspace.teams.get(owner.team)?.name ?? owner.team;
  return people.get(owner.personId)?.name ?? owner.personId;
}
