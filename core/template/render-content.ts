import type { Action, ActionKind, Content } from "@/core/template/content";
import type { Escape } from "@/core/template/escape";
import type { FormatSettings } from "@/core/template/formats";
import { renderText, type TemplateProblem } from "@/core/template/liquid";
import type { RenderScope } from "@/core/template/scope";
import type { SnippetSource } from "@/core/template/snippet";

export const RENDERED_URL_CHARS_MAX = 4_000;
const URL_PROTOCOLS = ["http:", "https:", "mailto:", "tel:"];

export type RenderedAction = {
  id: string;
  label: string;
  kind: ActionKind;
  url: string | null;
  choices: string[];
};

/** Who reads it and when; the snippets that its texts may name, in the reader's language. */
export type ContentSettings = FormatSettings & { snippets?: SnippetSource | undefined };

/** A message's words, resolved for one reader. `body` is Markdown whose values can no longer act. */
export type RenderedContent = {
  subject: string | null;
  preheader: string | null;
  title: string | null;
  body: string;
  actions: RenderedAction[];
};

export type RenderContentResult =
  | { ok: true; rendered: RenderedContent }
  | ({ ok: false; field: string } & TemplateProblem);

/** Carries the first problem out of the nested fields; never leaves this file. */
class FieldProblem extends Error {
  readonly field: string;
  readonly problem: TemplateProblem;
  constructor(field: string, problem: TemplateProblem) {
    super(problem.message);
    this.field = field;
    this.problem = problem;
  }
}

const STARTS_WITH_SCHEME = /^\s*(?:\{%[^%]*%\}\s*)*[A-Za-z][A-Za-z0-9+.-]*:/;

function checkedUrl(field: string, url: string): string {
  const refuse = (message: string) => new FieldProblem(field, { message, line: 1, column: 1 });
  if (url.length > RENDERED_URL_CHARS_MAX) {
    throw refuse(`an address has at most ${RENDERED_URL_CHARS_MAX} characters`);
  }
  if (!URL.canParse(url)) throw refuse("not a full address; it begins with https://");
  const { protocol, username, password } = new URL(url);
  if (!URL_PROTOCOLS.includes(protocol)) {
    throw refuse(`an address begins with https:, http:, mailto: or tel:, not ${protocol}`);
  }
  if (username !== "" || password !== "") {
    throw refuse("an address holds no user name or password");
  }
  return url;
}

/**
 * Render every text of a content for one reader.
 *
 * Gives the first problem with its field (`subject`, `body`, `actions.0.url`) and place, and with
 * `awaits` where the content says to wait for a value. Values in
 * an action's url stay within their part of it: only a value that begins the url may bring slashes
 * and a query of its own. Never throws for bad templates or data.
 */
export function renderContent(
  content: Content,
  scope: Partial<RenderScope>,
  settings: ContentSettings,
): RenderContentResult {
  const text = (field: string, template: string, mode: Escape): string => {
    const result = renderText(template, scope, { ...settings, escape: mode });
    if (result.ok) return result.text;
    const { ok: _, ...problem } = result;
    throw new FieldProblem(field, problem);
  };
  const line = (field: string, template: string | undefined) =>
    template === undefined || template.trim() === "" ? null : text(field, template, "subject");
  const url = (field: string, template: string | undefined) => {
    if (template === undefined) return null;
    const mode = STARTS_WITH_SCHEME.test(template) ? "url" : "url-base";
    return checkedUrl(field, text(field, template, mode));
  };
  const action = (value: Action, index: number): RenderedAction => ({
    id: value.id,
    label: text(`actions.${index}.label`, value.label, "subject"),
    kind: value.kind,
    url: url(`actions.${index}.url`, value.url),
    choices: (value.choices ?? []).map((choice, at) =>
      text(`actions.${index}.choices.${at}`, choice, "subject"),
    ),
  });
  try {
    return {
      ok: true,
      rendered: {
        subject: line("subject", content.subject),
        preheader: line("preheader", content.preheader),
        title: line("title", content.title),
        body: text("body", content.body, "markdown").trim(),
        actions: (content.actions ?? []).map(action),
      },
    };
  } catch (error) {
    if (error instanceof FieldProblem) return { ok: false, field: error.field, ...error.problem };
    throw error;
  }
}
