"use client";

import { DeleteKeyed } from "@/components/settings/delete-keyed";
import { useText } from "@/components/text/text-provider";
import { deleteLayoutAction } from "../../actions";

export function DeleteLayout({ slug, layoutKey: key }: { slug: string; layoutKey: string }) {
  const t = useText();
  return (
    <DeleteKeyed
      verb={t("layouts.deleteLayout")}
      title={t("layouts.deleteTitle", { key })}
      path={`/${slug}/content/shared/layouts`}
      remove={() => deleteLayoutAction(slug, { key })}
    >
      {t("layouts.deleteBody")}
    </DeleteKeyed>
  );
}
