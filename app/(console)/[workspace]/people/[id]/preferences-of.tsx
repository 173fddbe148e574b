import { CHANNEL_LABELS, Channel } from "@/core/template/channel";
import { listKeyed } from "@/db/queries/keyed";
import { ctx } from "@/server/boot";
import { readPreferences } from "@/server/people/preferences";
import type { PageView } from "../../page-view";

const TOPICS_MAX = 500;

const FREQUENCY_WORDS = {
  as_it_happens: "as it happens",
  daily: "once a day",
  weekly: "once a week",
  last_reminder: "only the last reminder",
  off: "off",
};

/** What holds for one person, topic by topic. */
export async function PreferencesOf({ personId, view }: { personId: string; view: PageView }) {
  const { workspaceId } = view;
  const [preferences, topics] = await Promise.all([
    readPreferences(ctx.db, workspaceId, personId),
    listKeyed(ctx.db, workspaceId, "topics", { limit: TOPICS_MAX }),
  ]);
  if (!preferences) return null;
  const names = new Map(topics.rows.map(({ key, name }) => [key, name]));
  const entries = Object.entries(preferences.topics);
  if (entries.length === 0) return <p className="text-ft-3">There are no topics yet.</p>;
  return (
    <dl className="grid gap-2">
      {entries.map(([topic, { channels, frequency }]) => {
        const on = Channel.options.filter(
          (channel) => channel !== "webhook" && channels[channel] === true,
        );
        return (
          <div key={topic}>
            <dt>{names.get(topic) ?? topic}</dt>
            <dd className="text-xs text-ft-3">
              {FREQUENCY_WORDS[frequency]}
              {frequency === "off"
                ? ""
                : ` by ${on.map((channel) => CHANNEL_LABELS[channel]).join(", ") || "no channel"}`}
            </dd>
          </div>
        );
      })}
      {preferences.quietHours.length > 0 ? (
        <div>
          <dt>Quiet hours</dt>
          <dd className="text-xs text-ft-3">
            {preferences.quietHours
              .map(({ days, from, to }) => `${days.join(", ")} ${from} to ${to}`)
              .join("; ")}
          </dd>
        </div>
      ) : null}
    </dl>
  );
}
