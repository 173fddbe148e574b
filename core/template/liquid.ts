import { LiquidError, type Template as LiquidTemplate } from "liquidjs";
import { engine, RENDER_MS_MAX, TEMPLATE_CHARS_MAX } from "@/core/template/engine";
import { type Escape, finishText } from "@/core/template/escape";
import { type FormatSettings, usableLocale } from "@/core/template/formats";
import { Lru } from "@/core/template/lru";
import { AwaitedValue, passMissing } from "@/core/template/missing-values";
import type { RenderScope } from "@/core/template/scope";
import { globalsWith } from "@/core/template/settings";
import type { SnippetSource } from "@/core/template/snippet";
import { SnippetFailure } from "@/core/template/snippet-tag";

export const PARSED_TEMPLATES_MAX = 1_000;
/** Longer texts are parsed each time, so that a thousand of them cannot fill the memory. */
export const CACHED_TEMPLATE_CHARS_MAX = 16 * 1024;
export const RENDERED_CHARS_MAX = 256 * 1024;

/**
 * What is wrong with a template, and where: `line` and `column` count from 1. `awaits`: nothing but
 * this value, which the text says to wait for.
 */
export type TemplateProblem = { message: string; line: number; column: number; awaits?: string };

export type ParsedTemplate = {
  readonly nodes: LiquidTemplate[];
  readonly text: string;
};
export type ParseResult =
  | { ok: true; template: ParsedTemplate }
  | { ok: false; problem: TemplateProblem };
export type RenderResult = { ok: true; text: string } | ({ ok: false } & TemplateProblem);
export type RenderOptions = FormatSettings & {
  escape: Escape;
  /** Absent: there are none. */
  snippets?: SnippetSource | undefined;
};

const parsed = new Lru<string, ParseResult>(PARSED_TEMPLATES_MAX);
const variables = new WeakMap<LiquidTemplate[], string[]>();

const TOO_SLOW = "the template takes too long to render";
/** What a render that ran into `RENDER_MS_MAX` gets at its second try. */
export const RENDER_AGAIN_MS_MAX = 1_000;

const PATH = /^\{\{-?\s*([^\s|}]+)/;
const PLACE = /, line:\d+, col:\d+$/;
const PLAIN_WORDS: readonly [RegExp, (found: string) => string][] = [
  [
    /^undefined variable: (.+)$/,
    (path) => `"${path}" has no value; write {{ ${path} | default: "…" }} to allow that`,
  ],
  [/^undefined filter: (.+)$/, (name) => `there is no filter "${name}"`],
  [/^tag "?([^"]+)"? not found$/, (name) => `there is no tag "${name}"`],
  [/^(template render) limit exceeded$/, () => TOO_SLOW],
  [/^(memory alloc) limit exceeded$/, () => "the template makes too much text or too long a list"],
  [
    /^(parse length) limit exceeded$/,
    () => `a template has at most ${TEMPLATE_CHARS_MAX} characters`,
  ],
];

function inPlainWords(message: string): string {
  for (const [pattern, say] of PLAIN_WORDS) {
    const found = pattern.exec(message)?.[1];
    if (found !== undefined) return say(found);
  }
  return message;
}

function problemOf(error: unknown): TemplateProblem {
  if (!(error instanceof Error)) return { message: String(error), line: 1, column: 1 };
  const message = inPlainWords(error.message.replace(PLACE, ""));
  if (!LiquidError.is(error)) return { message, line: 1, column: 1 };
  const [line = 1, column = 1] = error.token.getPosition();
  if (error.originalError instanceof SnippetFailure) {
    const { key, cause } = error.originalError;
    const inner = problemOf(cause);
    const where = `in the snippet "${key}", line ${inner.line}, column ${inner.column}: `;
    return { ...inner, message: where + inner.message, line, column };
  }
  if (!(error.originalError instanceof AwaitedValue)) return { message, line, column };
  const awaits = PATH.exec(error.token.getText())?.[1];
  if (awaits === undefined) return { message, line, column };
  return { message: `"${awaits}" has no value; the message waits for it`, line, column, awaits };
}

/** Parse once; the result is kept for later calls with the same text. Never throws. */
export function parseTemplate(text: string): ParseResult {
  if (text.length > TEMPLATE_CHARS_MAX) {
    const message = `a template has at most ${TEMPLATE_CHARS_MAX} characters`;
    return { ok: false, problem: { message, line: 1, column: 1 } };
  }
  if (text.length > CACHED_TEMPLATE_CHARS_MAX) return parse(text);
  return parsed.through(text, () => parse(text));
}

function parse(text: string): ParseResult {
  try {
    const nodes = engine.parse(text);
    passMissing(nodes);
    return { ok: true, template: { nodes, text } };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

/** The dotted paths a template reads from its scope (`data.number`), in order of first use; none when it does not parse. */
export function variablesOf(text: string): string[] {
  const result = parseTemplate(text);
  if (!result.ok) return [];
  const { nodes } = result.template;
  let paths = variables.get(nodes);
  if (paths === undefined) {
    paths = engine.globalFullVariablesSync(nodes);
    variables.set(nodes, paths);
  }
  return paths;
}

/**
 * Render a Liquid text. Values are made harmless for where the text goes (`escape`): in Markdown
 * they never make a link, an image, HTML or structure; a subject comes out as one line.
 *
 * Refuses, with the place: what does not parse, a value that is missing without a `default`, a
 * filter that cannot format its value, and a text that passes a limit. Never throws.
 */
export function renderText(
  text: string,
  scope: Partial<RenderScope>,
  options: RenderOptions,
): RenderResult {
  const plain = !text.includes("{{") && !text.includes("{%");
  if (plain && text.length <= TEMPLATE_CHARS_MAX) {
    return { ok: true, text: finishText(text, options.escape) };
  }
  const result = parseTemplate(text);
  if (!result.ok) return { ok: false, ...result.problem };
  const { template } = result;
  const first = attempt(template, scope, options, RENDER_MS_MAX);
  // A busy machine can hold up a good template; one that is slow by itself gets no second chance again.
  const again = !first.ok && first.message === TOO_SLOW && !slow.has(template);
  const rendered = again ? attempt(template, scope, options, RENDER_AGAIN_MS_MAX) : first;
  if (!rendered.ok) {
    if (again && rendered.message === TOO_SLOW) slow.add(template);
    return rendered;
  }
  if (rendered.text.length > RENDERED_CHARS_MAX) {
    const message = `the text became longer than ${RENDERED_CHARS_MAX} characters`;
    return { ok: false, message, line: 1, column: 1 };
  }
  return { ok: true, text: finishText(rendered.text, options.escape) };
}

/** Templates that took too long even when they had time. */
const slow = new WeakSet<ParsedTemplate>();

function attempt(
  template: ParsedTemplate,
  scope: Partial<RenderScope>,
  options: RenderOptions,
  renderLimit: number,
): RenderResult {
  const globals = globalsWith({
    ...options,
    locale: usableLocale(options.locale),
    outputs: 0,
    snippetNodes: (key) => snippetNodes(key, options),
    snippetDepth: 0,
    snippetPlaces: 0,
  });
  try {
    const rendered: unknown = engine.renderSync(template.nodes, scope, { globals, renderLimit });
    return { ok: true, text: typeof rendered === "string" ? rendered : String(rendered) };
  } catch (error) {
    return { ok: false, ...problemOf(error) };
  }
}

function snippetNodes(key: string, { snippets }: RenderOptions): LiquidTemplate[] | null {
  const text = snippets?.(key) ?? null;
  if (text === null) return null;
  const result = parseTemplate(text);
  if (!result.ok) throw new Error(`the snippet "${key}" cannot be read: ${result.problem.message}`);
  return result.template.nodes;
}
