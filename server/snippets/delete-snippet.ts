import { type Snippets, snippetsIn } from "@/core/template/snippet";
import { allSnippets } from "@/db/queries/snippets";
import { templatesNaming } from "@/db/queries/templates-naming";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { deleteFact } from "@/server/workspaces/change-facts";

/** Throws `not_found`, and `conflict` while a template or another snippet holds it. */
export const deleteSnippet = (ctx: Ctx, who: Who, key: string): Promise<void> =>
  deleteFact(ctx, who, "snippets", key, async (tx) => [
    ...(await templatesNaming(tx, who.workspaceId, { snippet: key })),
    ...holdersOf(key, await allSnippets(tx, who.workspaceId)),
  ]);

const holdersOf = (key: string, snippets: Snippets): string[] =>
  [...snippets]
    .filter(([, { text, locales = {} }]) =>
      [text, ...Object.values(locales)].some((each) =>
        snippetsIn(each).some((use) => use.key === key),
      ),
    )
    .map(([holder]) => `snippet ${holder}`);
