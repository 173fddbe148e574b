"use client";

import { DeleteKeyed } from "@/components/settings/delete-keyed";
import { useText } from "@/components/text/text-provider";
import { deleteSnippetAction } from "../../actions";

export function DeleteSnippet({ slug, snippetKey: key }: { slug: string; snippetKey: string }) {
  const t = useText();
  return (
    <DeleteKeyed
      verb={t("layouts.deleteSnippet")}
      title={t("layouts.deleteTitle", { key })}
      path={`/${slug}/content/shared/snippets`}
      remove={() => deleteSnippetAction(slug, { key })}
    >
      {t("layouts.deleteBody")}
    </DeleteKeyed>
  );
}
