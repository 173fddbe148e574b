import { Liquid, Tag } from "liquidjs";
import { escapeValue } from "@/core/template/escape";
import { FILTERS, REMOVED_FILTERS } from "@/core/template/filters";
import { settingsOf } from "@/core/template/settings";
import { SnippetTag } from "@/core/template/snippet-tag";

export const TEMPLATE_CHARS_MAX = 64 * 1024;
/** A healthy template takes well under a millisecond. */
export const RENDER_MS_MAX = 100;
/** Units of the engine: characters and list entries made by filters, ranges and loops. */
export const RENDER_MEMORY_MAX = 1_000_000;

/** Tags that reach for other templates, print HTML, or keep a counter; none has a use in a message. */
const REFUSED_TAGS = {
  include: "another template cannot be included; shared words are a snippet",
  render: "another template cannot be rendered; shared words are a snippet",
  layout: "a layout is chosen for the whole message, not in its text",
  block: "templates stand alone: there are no blocks",
  tablerow: "a table is written in Markdown; tablerow is not available",
  cycle: "cycle is not available",
  increment: "increment is not available; use assign with plus",
  decrement: "decrement is not available; use assign with minus",
  liquid: "write each tag by itself; the liquid tag is not available",
} as const;

export const REFUSED_TAG_NAMES = Object.keys(REFUSED_TAGS);

function refusing(message: string) {
  return class extends Tag {
    constructor(...args: ConstructorParameters<typeof Tag>) {
      super(...args);
      throw new Error(message);
    }
    render(): string {
      return "";
    }
  };
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(textOf).join(", ");
  if (typeof value === "object") return JSON.stringify(value) ?? "";
  return String(value);
}

function escapeOutput(this: { context: { globals: object } }, value: unknown): string {
  const settings = settingsOf(this.context.globals);
  const text = textOf(value);
  const first = settings.outputs++ === 0;
  if (settings.escape === "url-base" && !first) return escapeValue(text, "url");
  return escapeValue(text, settings.escape);
}

function build(): Liquid {
  const engine = new Liquid({
    ownPropertyOnly: true,
    strictVariables: true,
    strictFilters: true,
    lenientIf: true,
    templates: {},
    dynamicPartials: false,
    parseLimit: TEMPLATE_CHARS_MAX,
    renderLimit: RENDER_MS_MAX,
    memoryLimit: RENDER_MEMORY_MAX,
    outputEscape: escapeOutput,
  });
  for (const name of REMOVED_FILTERS) engine.unregisterFilter(name);
  for (const [name, handler] of Object.entries(FILTERS)) engine.registerFilter(name, handler);
  for (const [name, message] of Object.entries(REFUSED_TAGS)) {
    engine.registerTag(name, refusing(message));
  }
  engine.registerTag("snippet", SnippetTag);
  return engine;
}

/** The one Liquid engine: no files, no prototypes, no host clock, limits on size, time and memory. */
export const engine = build();
