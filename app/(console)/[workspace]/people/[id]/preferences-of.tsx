import { Check, Lock, Minus } from "lucide-react";
import { forbiddenText } from "../../forbidden-text";
import type { PageView } from "../../page-view";
import { Block } from "./block";
import { daysText } from "./days-text";
import { EditPreferredChannel } from "./edit-preferred-channel";
import type { LoadedPerson } from "./load-person";

const CHANNELS = ["email", "sms", "push", "in_app"] as const;
const FREQUENCY = {
  as_it_happens: "people.asItHappens",
  daily: "people.daily",
  weekly: "people.weekly",
  last_reminder: "people.lastReminder",
  off: "people.topicOff",
} as const;

/** What this person gets, topic by topic and channel by channel, as their own page says it. */
export function PreferencesOf({ loaded, view }: { loaded: LoadedPerson; view: PageView }) {
  const { person, preferences, topics } = loaded;
  const { t, locale, slug } = view;
  if (!preferences) return null;
  const entries = Object.entries(preferences.topics);
  const { quietHours, preferredChannel: first } = preferences;
  return (
    <Block id="preferences" title={t("people.preferences")}>
      {entries.length === 0 ? <p className="text-ft-3">{t("people.noTopics")}</p> : null}
      <ul className="grid gap-3">
        {entries.map(([key, { channels, frequency, digestAt }]) => {
          const topic = topics.get(key);
          const isOff = frequency === "off" && !topic?.required;
          return (
            <li key={key}>
              <p className="flex items-center gap-1.5">
                {topic?.name ?? key}
                {topic?.required ? (
                  <Lock size={12} className="text-ft-3" aria-label={t("people.required")} />
                ) : null}
              </p>
              <p className="text-xs text-ft-3">
                {topic?.required
                  ? t("people.required")
                  : digestAt
                    ? t("people.digestAt", { frequency: t(FREQUENCY[frequency]), time: digestAt })
                    : t(FREQUENCY[frequency])}
              </p>
              <ul className="mt-1 flex flex-wrap gap-x-3 gap-y-0.5 text-xs">
                {CHANNELS.map((channel) => {
                  const isOn = channels[channel] && !isOff;
                  return (
                    <li
                      key={channel}
                      className={`flex items-center gap-1 ${isOn ? "" : "text-ft-3"}`}
                    >
                      {isOn ? (
                        <Check aria-hidden="true" size={12} className="text-(--ft-resolved)" />
                      ) : (
                        <Minus aria-hidden="true" size={12} />
                      )}
                      {t("messages.channelName", { channel })}
                      <span className="sr-only">{t(isOn ? "common.on" : "common.off")}</span>
                    </li>
                  );
                })}
              </ul>
            </li>
          );
        })}
      </ul>
      <div className="flex items-center justify-between gap-2">
        <div>
          <p>{t("people.reachedFirst")}</p>
          <p className="text-xs text-ft-3">
            {first ? t("messages.channelName", { channel: first }) : t("people.noneFirst")}
          </p>
        </div>
        {forbiddenText(view, "act_on_cases") === null ? (
          <EditPreferredChannel slug={slug} personId={person.id} value={first} />
        ) : null}
      </div>
      {quietHours.length > 0 ? (
        <div>
          <p>{t("people.quietHours")}</p>
          {quietHours.map(({ days, from, to }) => (
            <p key={`${days.join()} ${from}`} className="text-xs text-ft-3">
              {t("people.quietWindow", { days: daysText(days, locale), from, to })}
            </p>
          ))}
        </div>
      ) : null}
    </Block>
  );
}
