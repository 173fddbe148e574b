import { type Use, usesOf } from "./channel-uses";
import { adviceOn } from "./content-reading";
import { asks } from "./copy";
import { nearestName } from "./nearest-name";
import { atStep, type Look, type Place, type Problem, type WorkflowFacts } from "./problem";

/** Contents that are missing, channels that are off, messages with nothing to press. */
export const sends: Look = (definition, facts, places) => {
  const topic = facts.topics.get(definition.topic);
  const promotional = new Set(
    definition.stages.flatMap((stage) => (stage.class === "promotional" ? [stage.id] : [])),
  );
  return places.flatMap((place) => [
    ...usesOf(place, facts).flatMap((use) => [
      ...lookAt(place, use, facts),
      ...withoutWayOut(place, use, definition.topic, facts),
      ...(promotional.has(place.stage) ? advertising(place, use, definition.topic, facts) : []),
    ]),
    ...sameChannelTwice(place),
    ...loudWithoutDuty(place, definition.topic, topic),
  ]);
};

function lookAt(place: Place, use: Use, facts: WorkflowFacts): Problem[] {
  const { channel, field } = use;
  const found: Problem[] = [];
  if (facts.channelsOn && !facts.channelsOn.has(channel)) {
    found.push(atStep(place, field, "problem", "send.channel_off", { channel }));
  }
  const noContent = noContentFor(use, facts);
  if (noContent !== null) {
    found.push(atStep(place, field, "problem", "send.no_content", noContent));
    return found;
  }
  const template = facts.templates.get(use.template);
  if (!template || !asks(place, use)) return found;
  if (adviceOn(template.content, channel).some(({ code }) => code === "action_missing")) {
    const params = { template: use.template };
    found.push(atStep(place, field, "check", "send.no_action", params));
  }
  return found;
}

function noContentFor({ channel, template: key }: Use, facts: WorkflowFacts) {
  const none = { template: key, channel, other: null, meant: null, field: null };
  const draft = facts.unfinished?.get(key);
  const has = draft?.channel ?? facts.templates.get(key)?.channel;
  if (has === undefined) {
    const meant = nearestName(key, facts.templates.keys());
    return { ...none, form: "none", meant } as const;
  }
  if (has !== channel) return { ...none, form: "other_channel", other: has } as const;
  return draft ? ({ ...none, form: "unfinished", field: draft.field } as const) : null;
}

function withoutWayOut(
  place: Place,
  { channel, template, field, forPerson }: Use,
  key: string,
  { preferenceLinks, topics }: WorkflowFacts,
): Problem[] {
  if (preferenceLinks !== false || channel !== "email" || !forPerson) return [];
  const topic = topics.get(key);
  if (topic?.required) return [];
  const params = { template, topic: topic?.name ?? key };
  return [atStep(place, field, "problem", "send.no_unsubscribe", params)];
}

/** Advertising says whose it is, and nobody has to take it. */
function advertising(
  place: Place,
  { channel, template, field, forPerson }: Use,
  key: string,
  { postalAddress, topics }: WorkflowFacts,
): Problem[] {
  if (!forPerson) return [];
  const topic = topics.get(key);
  const found: Problem[] = [];
  if (channel === "email" && postalAddress === false) {
    const params = { template };
    found.push(atStep(place, field, "problem", "send.promotional_no_address", params));
  }
  if (topic?.required) {
    const params = { topic: topic.name ?? key };
    found.push(atStep(place, field, "problem", "send.promotional_required", params));
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
    return [atStep(place, field, "problem", "send.same_channel", { channel })];
  });
}

function loudWithoutDuty(
  place: Place,
  key: string,
  topic: { required: boolean; name?: string } | undefined,
): Problem[] {
  if (place.step.kind !== "send" || !place.step.ignoreQuietHours) return [];
  if (topic === undefined || topic.required) return [];
  const params = { topic: topic.name ?? key };
  return [atStep(place, ["ignoreQuietHours"], "problem", "send.quiet_hours", params)];
}
