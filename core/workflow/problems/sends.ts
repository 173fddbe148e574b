import { CHANNEL_LABELS } from "@/core/template/channel";
import { checkCopy } from "@/core/template/copy-checks";
import { type Use, usesOf } from "./channel-uses";
import { didYouMean } from "./nearest-name";
import {
  atStep,
  isInStages,
  type Look,
  type Place,
  type Problem,
  type WorkflowFacts,
} from "./problem";

/** Contents that are missing, channels that are off, messages with nothing to press. */
export const sends: Look = (definition, facts, places) => {
  const topic = facts.topics.get(definition.topic);
  return places.flatMap((place) => [
    ...usesOf(place).flatMap((use) => lookAt(place, use, facts)),
    ...sameChannelTwice(place),
    ...loudWithoutDuty(place, topic),
  ]);
};

function lookAt(place: Place, use: Use, facts: WorkflowFacts): Problem[] {
  const { channel, field } = use;
  const label = CHANNEL_LABELS[channel];
  const found: Problem[] = [];
  if (facts.channelsOn && !facts.channelsOn.has(channel)) {
    found.push(
      atStep(place, field, "problem", {
        code: "send.channel_off",
        message: `${label} is not configured.`,
        why: "Its messages would have no way out.",
        fix: `Configure ${label}, or use another channel.`,
      }),
    );
  }
  const template = facts.templates.get(use.template);
  if (template === undefined || template.channel !== channel) {
    const other = template && CHANNEL_LABELS[template.channel];
    const meant = didYouMean(use.template, facts.templates.keys());
    const message = other
      ? `"${use.template}" is a content for ${other}, not for ${label}.`
      : `No content: there is no template "${use.template}".${meant}`;
    found.push(
      atStep(place, field, "problem", {
        code: "send.no_content",
        message,
        why: "A message without words cannot be sent.",
        fix: "Write the content, or choose another.",
      }),
    );
    return found;
  }
  const asks = use.forPerson && place.step.kind === "send" && isInStages(place);
  if (asks && checkCopy(template.content, channel).some(({ code }) => code === "action_missing")) {
    found.push(
      atStep(place, field, "check", {
        code: "send.no_action",
        message: `Nothing to press in "${use.template}".`,
        why: "Messages with an action button get more responses.",
        fix: "Add an action.",
      }),
    );
  }
  return found;
}

function sameChannelTwice(place: Place): Problem[] {
  const seen = new Set<string>();
  return usesOf(place).flatMap(({ channel, group, field }) => {
    const key = `${group} ${channel}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [
      atStep(place, field, "problem", {
        code: "send.same_channel",
        message: `${CHANNEL_LABELS[channel]} is used twice in one step.`,
        why: "A step sends one message per person and channel; the second would never be sent.",
        fix: "Use another channel, or a step of its own.",
      }),
    ];
  });
}

function loudWithoutDuty(place: Place, topic: { required: boolean } | undefined): Problem[] {
  if (place.step.kind !== "send" || !place.step.ignoreQuietHours) return [];
  if (topic === undefined || topic.required) return [];
  return [
    atStep(place, ["ignoreQuietHours"], "problem", {
      code: "send.quiet_hours",
      message: "Ignores quiet hours although the topic is not required.",
      why: "Only what people cannot switch off may reach them in their quiet hours.",
      fix: "Respect quiet hours, or mark the topic as required.",
    }),
  ];
}
