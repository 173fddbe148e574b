"use client";

import { CreateKeyed } from "@/components/settings/create-keyed";
import { useText } from "@/components/text/text-provider";
import { createSnippetAction } from "../actions";

export function NewSnippet({ slug }: { slug: string }) {
  const t = useText();
  return (
    <CreateKeyed
      verb={t("layouts.newSnippet")}
      path={`/${slug}/content/shared/snippets`}
      named={false}
      create={(input) => createSnippetAction(slug, input)}
    />
  );
}
