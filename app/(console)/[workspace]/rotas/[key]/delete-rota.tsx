"use client";

import { DeleteKeyed } from "@/components/settings/delete-keyed";
import { useText } from "@/components/text/text-provider";
import { deleteRotaAction } from "../actions";

export function DeleteRota({
  slug,
  rotaKey: key,
  name,
}: {
  slug: string;
  rotaKey: string;
  name: string;
}) {
  const t = useText();
  return (
    <DeleteKeyed
      verb={t("teams.deleteRota")}
      title={t("settings.deleteNamed", { name })}
      path={`/${slug}/rotas`}
      remove={() => deleteRotaAction(slug, { key })}
    >
      <p>{t("rotas.deleteBody")}</p>
    </DeleteKeyed>
  );
}
