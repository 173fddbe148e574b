import type { EmailLayout } from "@/core/template/email-layout";
import type { EmailBrand } from "@/core/template/email-look";
import type { Snippets } from "@/core/template/snippet";

/** What contents of a workspace can name, by key. */
export type Named = { snippets: Snippets; layouts: ReadonlyMap<string, EmailLayout> };

/** The brand with the layout a content names, where it names one that is there. */
export const brandIn = (
  brand: EmailBrand,
  { layouts }: Pick<Named, "layouts">,
  layout: string | undefined,
): EmailBrand => ({ ...brand, layout: layouts.get(layout ?? "") ?? null });
