import {
  type Context,
  type Emitter,
  type Liquid,
  Tag,
  type TagToken,
  type TopLevelToken,
} from "liquidjs";
import { settingsOf } from "./settings";
import { SNIPPET_DEPTH_MAX, SNIPPET_PLACES_MAX } from "./snippet";

/** What went wrong inside a snippet; never leaves the rendering. */
export class SnippetFailure extends Error {
  readonly key: string;
  constructor(key: string, cause: unknown) {
    super(`snippet "${key}"`, { cause });
    this.key = key;
  }
}

const NAME = /^\s*(?:"([^"]*)"|'([^']*)')\s*$/;

/** `{% snippet "signature" %}`: the words kept under that key, with the same values. */
export class SnippetTag extends Tag {
  readonly #key: string;

  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
    super(token, remaining, liquid);
    const name = NAME.exec(token.args);
    if (!name) throw new Error('snippet takes one name between quotes: {% snippet "signature" %}');
    this.#key = name[1] ?? name[2] ?? "";
  }

  override *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
    const settings = settingsOf(context.globals);
    const nodes = settings.snippetNodes(this.#key);
    if (nodes === null) throw new Error(`there is no snippet "${this.#key}"`);
    settings.snippetPlaces += 1;
    if (settings.snippetPlaces > SNIPPET_PLACES_MAX) {
      throw new Error(`a text holds at most ${SNIPPET_PLACES_MAX} snippets`);
    }
    if (settings.snippetDepth >= SNIPPET_DEPTH_MAX) {
      throw new Error(`snippets stand at most ${SNIPPET_DEPTH_MAX} deep in each other`);
    }
    settings.snippetDepth += 1;
    try {
      yield this.liquid.renderer.renderTemplates(nodes, context, emitter);
    } catch (error) {
      throw new SnippetFailure(this.#key, error);
    } finally {
      settings.snippetDepth -= 1;
    }
  }
}
