/** @jsxImportSource preact */
import type { InboxItem } from "@/core/contracts/inbox";
import type { Inbox } from "../client/inbox";
import { Icon } from "./icons";
import type { Spoken } from "./part";
import { QuickAnswer } from "./quick-answer";

type Props = {
  item: InboxItem;
  inbox: Inbox;
  spoken: Spoken;
  failure: string | null;
  answered: (failure: string | null) => void;
  dismiss: () => void;
};

/** The one thing that waits, across the page. */
export function Banner({ item, inbox, spoken, failure, answered, dismiss }: Props) {
  const { say, moments } = spoken;
  const due = item.dueAt === null ? null : Date.parse(item.dueAt);
  return (
    <section part="banner" aria-label={say("banner")}>
      <p class="words">
        <strong dir="auto" lang={item.locale}>
          {item.title}
        </strong>
        {due !== null && (
          <span class="hint">
            {" "}
            {say(due < Date.now() ? "late" : "due", { when: moments.distance(due, Date.now()) })}
          </span>
        )}
        {failure && <span role="alert"> {failure}</span>}
      </p>
      <QuickAnswer item={item} inbox={inbox} say={say} answered={answered} />
      <button
        type="button"
        class="tool"
        aria-label={say("dismiss")}
        title={say("dismiss")}
        onClick={dismiss}
      >
        <Icon name="close" />
      </button>
    </section>
  );
}

export const BANNER_STYLE = /* css */ `
.banner{position:fixed;inset-inline:0;top:0;z-index:var(--fu-z,2147483000);background:none}
.banner.bottom{top:auto;bottom:0}
.banner section{display:flex;align-items:center;gap:12px;padding:8px 12px;background:var(--bg);border-bottom:1px solid var(--bd);box-shadow:var(--sh)}
.banner.bottom section{border-top:1px solid var(--bd);border-bottom:0}
.banner .words{flex:1;min-width:0;overflow-wrap:anywhere}
.banner strong{font-weight:600}
.banner [role=alert]{color:var(--dg)}
`;
