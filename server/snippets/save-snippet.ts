import type { SnippetInput } from "@/core/contracts/snippets";
import { AppError, type FieldError } from "@/core/errors";
import { textProblems } from "@/core/template/content-problems";
import {
  reachedSnippets,
  SNIPPET_DEPTH_MAX,
  SNIPPETS_MAX,
  type Snippet,
  type Snippets,
} from "@/core/template/snippet";
import { writeSnippet } from "@/db/queries/keyed-writes";
import { allSnippets } from "@/db/queries/snippets";
import { holdWorkspace } from "@/db/queries/workspaces";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { changeFacts, sameKeyAs } from "@/server/workspaces/change-facts";

/**
 * Makes or replaces a snippet. Throws `invalid`, with line and column, for Liquid that cannot be read and
 * names of nothing, and `conflict` where snippets would stand too deep in each other and past
 * `SNIPPETS_MAX` of them.
 */
export async function saveSnippet(
  ctx: Ctx,
  who: Who,
  key: string,
  input: SnippetInput,
): Promise<{ created: boolean }> {
  const { key: given, ...snippet } = input;
  sameKeyAs(key, given);
  const { workspaceId } = who;
  const change = { action: "snippet.saved" as const, target: key };
  const created = await changeFacts(ctx, who, change, async (tx) => {
    await holdWorkspace(tx, workspaceId);
    const before = await allSnippets(tx, workspaceId);
    if (!before.has(key) && before.size >= SNIPPETS_MAX) {
      throw new AppError("conflict", `A workspace has at most ${SNIPPETS_MAX} snippets.`);
    }
    const after = new Map(before).set(key, snippet);
    const errors = errorsOf(snippet, after);
    if (errors.length > 0) throw new AppError("invalid", "The snippet cannot be read.", { errors });
    refuseTooDeep(after);
    return writeSnippet(tx, { workspaceId, key, snippet });
  });
  return { created };
}

function errorsOf({ text, locales = {} }: Snippet, snippets: Snippets): FieldError[] {
  const texts = [
    ["text", text] as const,
    ...Object.entries(locales).map(([tag, each]) => [`locales.${tag}`, each] as const),
  ];
  return texts.flatMap(([path, each]) =>
    textProblems(each, snippets).map(({ message, line, column }) => ({
      path,
      message: `line ${line}, column ${column}: ${message}`,
    })),
  );
}

/** Another snippet may hold this one, and would become too deep by it. */
function refuseTooDeep(snippets: Snippets): void {
  for (const key of snippets.keys()) {
    const { endless } = reachedSnippets([`{% snippet "${key}" %}`], snippets);
    if (endless === null) continue;
    const depth = SNIPPET_DEPTH_MAX;
    throw new AppError("conflict", `Snippets stand at most ${depth} deep: ${key}, ${endless}.`);
  }
}
