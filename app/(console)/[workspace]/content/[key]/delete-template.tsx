"use client";

import { DeleteKeyed } from "@/components/settings/delete-keyed";
import { useText } from "@/components/text/text-provider";
import { deleteTemplateAction } from "../actions";

export function DeleteTemplate({ slug, templateKey: key }: { slug: string; templateKey: string }) {
  const t = useText();
  return (
    <DeleteKeyed
      verb={t("contents.delete")}
      title={t("contents.deleteTitle", { key })}
      path={`/${slug}/content`}
      remove={() => deleteTemplateAction(slug, { key })}
    >
      {t("contents.deleteBody")}
    </DeleteKeyed>
  );
}
