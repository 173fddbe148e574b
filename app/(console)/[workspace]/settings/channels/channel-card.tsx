import type { ReactNode } from "react";
import type { Text } from "@/components/text/text";
import { StateBadge, type StateName } from "@/components/ui/state-badge";
import type { Channel } from "@/core/template/channel";
import type { ChannelOutcomes } from "@/db/queries/channel-outcomes";
import type { ChannelStanding, Variable } from "@/server/providers/channel-standing";

const NONE: ChannelOutcomes = { sent: 0, held: 0, not_sent: 0, failed: 0 };

const STATE = {
  outbox: "paused",
  failing: "failed",
  on: "live",
  built_in: "live",
  off: "paused",
  later: "planned",
} as const satisfies Record<string, StateName>;

function stateOf(standing: ChannelStanding, outcomes: ChannelOutcomes, sandbox: boolean) {
  if (standing.state === "built_in") return "built_in";
  if (sandbox) return "outbox";
  if (standing.state === "on" && outcomes.failed > 0 && outcomes.sent === 0) return "failing";
  return standing.state;
}

/** One channel: what it is sent through, whether that works, and what to set. */
export function ChannelCard({
  channel,
  standing,
  outcomes = NONE,
  sandbox,
  t,
  children,
}: {
  channel: Channel;
  standing: ChannelStanding;
  outcomes?: ChannelOutcomes | undefined;
  sandbox: boolean;
  t: Text;
  children?: ReactNode;
}) {
  const state = stateOf(standing, outcomes, sandbox);
  const id = `channel-${channel}`;
  return (
    <section
      aria-labelledby={id}
      className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-lg border border-ft-subtle bg-ft-surface p-4"
    >
      <div className="flex flex-wrap items-center gap-2">
        <h2 id={id} className="text-base font-semibold">
          {t(`settings.channel_${channel}`)}
        </h2>
        <StateBadge state={STATE[state]}>{t(`settings.channelState_${state}`)}</StateBadge>
      </div>
      <p className="max-w-[68ch] text-ft-2">{t(`settings.channelAbout_${channel}`)}</p>
      {standing.state === "on" ? (
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
          <dt className="text-ft-3">{t("settings.provider")}</dt>
          <dd>
            {standing.provider}
            {standing.also.length > 0
              ? ` ${t("settings.providerInReserve", { names: standing.also.join(", ") })}`
              : null}
          </dd>
          <dt className="text-ft-3">{t("settings.sender")}</dt>
          <dd className="break-words">{standing.sender}</dd>
        </dl>
      ) : null}
      {standing.state === "later" ? null : (
        <p>
          <span className="text-ft-3">{t("settings.lastHour")}</span>{" "}
          {t("settings.lastHourCounts", {
            sent: outcomes.sent,
            held: outcomes.held,
            notSent: outcomes.not_sent,
            failed: outcomes.failed,
          })}
        </p>
      )}
      {standing.state !== "built_in" && standing.variables.length > 0 ? (
        <Variables variables={standing.variables} later={standing.state === "later"} t={t} />
      ) : null}
      {children}
    </section>
  );
}

function Variables({
  variables,
  later,
  t,
}: {
  variables: readonly Variable[];
  later: boolean;
  t: Text;
}) {
  return (
    <details>
      <summary className="cursor-pointer rounded-sm py-1 font-medium">
        {t("settings.variables")}
      </summary>
      <p className="mt-1 text-ft-2">
        {t(later ? "settings.variablesLater" : "settings.variablesHow")}
      </p>
      <ul className="mt-2 grid gap-1">
        {variables.map(({ name, isSet, example }) => (
          <li key={name} className="flex flex-wrap gap-x-3">
            <code className="text-xs">{example ? `${name}=${example}` : name}</code>
            <span className="text-xs text-ft-3">
              {t(isSet ? "settings.variableSet" : "settings.variableMissing")}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
