"use client";

import { SavedChoices } from "@/components/settings/saved-choices";
import { SavedCheckbox, SavedText, SavedTextArea } from "@/components/settings/saved-fields";
import { useText } from "@/components/text/text-provider";
import { Channel } from "@/core/template/channel";
import { changeTopicAction } from "../actions";

type Topic = {
  key: string;
  name: string;
  description: string | null;
  required: boolean;
  defaultChannels: string[];
};

export function TopicFields({
  slug,
  locked,
  topic,
}: {
  slug: string;
  locked: boolean;
  topic: Topic;
}) {
  const t = useText();
  const save = (change: Parameters<typeof changeTopicAction>[1]["change"]) =>
    changeTopicAction(slug, { key: topic.key, change });
  return (
    <>
      <SavedText
        label={t("settings.name")}
        hint={t("settings.topicNameHint")}
        initial={topic.name}
        locked={locked}
        required
        maxLength={120}
        save={(name) => save({ name })}
      />
      <SavedTextArea
        label={t("settings.topicDescription")}
        hint={t("settings.topicDescriptionHint")}
        initial={topic.description ?? ""}
        locked={locked}
        maxLength={500}
        save={(text) => save({ description: text === "" ? null : text })}
      />
      <SavedCheckbox
        label={t("settings.topicMust")}
        hint={t("settings.topicMustHint")}
        initial={topic.required}
        locked={locked}
        save={(required) => save({ required })}
      />
      <SavedChoices
        label={t("settings.topicChannels")}
        hint={t("settings.topicChannelsHint")}
        choices={Channel.options.map((value) => ({ value, label: t(`settings.channel_${value}`) }))}
        initial={topic.defaultChannels}
        locked={locked}
        save={(values) => save({ defaultChannels: values as Channel[] })}
      />
    </>
  );
}
