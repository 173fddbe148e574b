"use client";

import { DeleteKeyed } from "@/components/settings/delete-keyed";
import { useText } from "@/components/text/text-provider";
import { deletePolicyAction } from "../actions";

export function DeletePolicy({
  slug,
  policyKey: key,
  name,
}: {
  slug: string;
  policyKey: string;
  name: string;
}) {
  const t = useText();
  return (
    <DeleteKeyed
      verb={t("policies.delete")}
      title={t("settings.deleteNamed", { name })}
      path={`/${slug}/policies`}
      remove={() => deletePolicyAction(slug, { key })}
    >
      <p>{t("policies.deleteBody")}</p>
    </DeleteKeyed>
  );
}
