import type { TemplateInput } from "@/core/contracts/templates";
import { AppError, type FieldError } from "@/core/errors";
import type { Content } from "@/core/template/content";
import { contentProblems } from "@/core/template/content-problems";
import { writeTemplate } from "@/db/queries/keyed-writes";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { changeFacts, sameKeyAs } from "@/server/workspaces/change-facts";

/** Makes or replaces a template. Throws `invalid`, with line and column, for Liquid that cannot be read. */
export async function saveTemplate(
  ctx: Ctx,
  who: Who,
  key: string,
  input: TemplateInput,
): Promise<{ created: boolean }> {
  const { key: given, ...template } = input;
  sameKeyAs(key, given);
  const errors = [
    ...problemsOf("content", template.content),
    ...Object.entries(template.locales ?? {}).flatMap(([locale, content]) =>
      problemsOf(`locales.${locale}`, content),
    ),
  ];
  if (errors.length > 0) throw new AppError("invalid", "The template cannot be read.", { errors });
  const change = { action: "template.saved", target: key };
  const created = await changeFacts(ctx, who, change, (tx) =>
    writeTemplate(tx, { workspaceId: who.workspaceId, key, template }),
  );
  return { created };
}

const problemsOf = (base: string, content: Content): FieldError[] =>
  contentProblems(content).map(({ field, message, line, column }) => ({
    path: `${base}.${field}`,
    message: `line ${line}, column ${column}: ${message}`,
  }));
