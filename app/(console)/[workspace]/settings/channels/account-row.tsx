import type { ReactNode } from "react";
import { Note } from "@/components/ui/note";
import { StateBadge, type StateName } from "@/components/ui/state-badge";
import { Time } from "@/components/ui/time";
import { type AccountProvider, type AccountTest, PROVIDER_NAMES } from "@/core/channel/account";
import type { DownProvider } from "@/db/queries/provider-health";
import type { AccountState } from "@/server/channels/list-channels";
import type { PageView } from "../../page-view";

const LOOK = {
  used: "live",
  on: "waiting",
  off: "not_sent",
  unreadable: "failed",
} as const satisfies Record<AccountState, StateName>;

type Account = {
  provider: AccountProvider;
  state: AccountState;
  sender: string | null;
  down: DownProvider | null;
  isBarred?: boolean;
};

/** One account in the order of its channel: what it is, what is known of it, and what can be done. */
export function AccountRow({
  view,
  name,
  account: { provider, state, sender, down, isBarred = false },
  isSandbox,
  notes,
  lastTest,
  lastCallbackAt,
  children,
}: {
  view: PageView;
  name: string;
  account: Account;
  isSandbox: boolean;
  notes: ReactNode;
  lastTest?: AccountTest | null;
  lastCallbackAt?: Date | null;
  children: ReactNode;
}) {
  const { t } = view;
  const isIdle = isSandbox && (state === "used" || state === "on");
  return (
    <li className="flex items-start gap-3 py-3">
      <div className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)] gap-0.5">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-medium [overflow-wrap:anywhere]">{name}</span>
          {name === PROVIDER_NAMES[provider] ? null : (
            <span className="text-ft-3">{PROVIDER_NAMES[provider]}</span>
          )}
          <StateBadge state={isIdle ? "waiting" : LOOK[state]} bare>
            {t(isIdle ? "channels.state_idle" : `channels.state_${state}`)}
          </StateBadge>
        </div>
        <p className="[overflow-wrap:anywhere]">
          {sender === null ? t("channels.senderEach") : t("channels.sender", { provider, sender })}
        </p>
        {isBarred && down?.blame !== "guard" ? (
          <Note tone="failed">{t("channels.barred")}</Note>
        ) : null}
        {down ? <DownNote view={view} down={down} /> : null}
        {notes ? <p className="text-ft-2">{notes}</p> : null}
        {lastTest ? <LastTest view={view} test={lastTest} /> : null}
        {lastCallbackAt ? (
          <p className="text-ft-2">
            {t.rich("channels.lastCallback", {
              at: () => <Time key="at" at={lastCallbackAt} {...realClock(view)} />,
            })}
          </p>
        ) : null}
      </div>
      <div className="shrink-0">{children}</div>
    </li>
  );
}

/** Tests and callbacks come in real time, also where a test clock rules. */
const realClock = ({ viewerZone, locale, ticking }: PageView) => ({
  viewerZone,
  locale,
  ticking,
  now: Date.now(),
});

/** In real time, also where a test clock rules. */
function DownNote({ view, down }: { view: PageView; down: DownProvider }) {
  const { t, viewerZone, locale, ticking } = view;
  const clock = { viewerZone, locale, ticking, now: Date.now() };
  const at = () => <Time key="at" at={down.openedAt.getTime()} show="span" {...clock} />;
  return (
    <Note tone="failed">
      {t.rich("channels.down", { at, blame: down.blame, n: down.waiting })}
      {down.lastError ? (
        <code className="mt-0.5 block text-xs [overflow-wrap:anywhere]">{down.lastError}</code>
      ) : null}
    </Note>
  );
}

function LastTest({ view, test }: { view: PageView; test: AccountTest }) {
  const { t } = view;
  const at = () => <Time key="at" at={test.at} {...realClock(view)} />;
  return (
    <p className="text-ft-2">
      {t.rich("channels.lastTest", { at, ok: test.ok ? "yes" : "no", ms: test.tookMs })}
      {test.reason ? (
        <code className="mt-0.5 block text-xs [overflow-wrap:anywhere]">{test.reason}</code>
      ) : null}
    </p>
  );
}
