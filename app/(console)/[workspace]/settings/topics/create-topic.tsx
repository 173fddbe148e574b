"use client";

import { CreateKeyed } from "@/components/settings/create-keyed";
import { useText } from "@/components/text/text-provider";
import { createTopicAction } from "./actions";

export function CreateTopic({ slug }: { slug: string }) {
  const t = useText();
  return (
    <CreateKeyed
      verb={t("settings.newTopic")}
      path={`/${slug}/settings/topics`}
      create={(input) => createTopicAction(slug, input)}
    />
  );
}
