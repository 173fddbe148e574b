"use client";

import { DeleteKeyed } from "@/components/settings/delete-keyed";
import { useText } from "@/components/text/text-provider";
import { deleteTopicAction } from "../actions";

export function DeleteTopic({
  slug,
  topicKey: key,
  name,
}: {
  slug: string;
  topicKey: string;
  name: string;
}) {
  const t = useText();
  return (
    <DeleteKeyed
      verb={t("settings.deleteTopic")}
      title={t("settings.deleteNamed", { name })}
      path={`/${slug}/settings/topics`}
      remove={() => deleteTopicAction(slug, { key })}
    >
      {t("settings.deleteTopicText")}
    </DeleteKeyed>
  );
}
