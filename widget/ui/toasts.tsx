/** @jsxImportSource preact */
import type { InboxItem } from "@/core/contracts/inbox";
import type { Inbox } from "../client/inbox";
import { Icon } from "./icons";
import { QuickAnswer } from "./quick-answer";
import type { Say } from "./say";

export type Toast = { item: InboxItem; failure: string | null };

type Props = {
  toasts: readonly Toast[];
  inbox: Inbox;
  say: Say;
  answered: (id: string, failure: string | null) => void;
  dismiss: (id: string) => void;
};

/** What has just arrived, the newest first. */
export function Toasts({ toasts, inbox, say, answered, dismiss }: Props) {
  return (
    <>
      {toasts.map(({ item, failure }) => (
        <section
          key={item.id}
          class="toast"
          part="toast"
          tabIndex={-1}
          aria-labelledby={`fu-toast-${item.id}`}
          data-toast={item.id}
        >
          <p class="strong" id={`fu-toast-${item.id}`} dir="auto" lang={item.locale}>
            {item.title}
          </p>
          <button
            type="button"
            class="tool"
            aria-label={say("dismiss")}
            title={say("dismiss")}
            onClick={() => dismiss(item.id)}
          >
            <Icon name="close" />
          </button>
          <div class="buttons">
            <QuickAnswer
              item={item}
              inbox={inbox}
              say={say}
              answered={(why) => answered(item.id, why)}
            />
          </div>
          {failure && <p class="failed">{failure}</p>}
        </section>
      ))}
    </>
  );
}

export const TOASTS_STYLE = /* css */ `
.toasts{position:fixed;inset-inline-end:12px;bottom:12px;z-index:var(--fu-z,2147483000);display:grid;gap:8px;width:min(340px,100vw - 24px);background:none;pointer-events:none}
.toasts.top{bottom:auto;top:12px}
.toasts.start{inset-inline:12px auto}
.toast{display:grid;grid-template-columns:1fr auto;gap:4px 8px;padding:8px 8px 8px 12px;border:1px solid var(--bd);border-radius:var(--r);background:var(--bg);box-shadow:var(--sh);pointer-events:auto;animation:fu-toast 160ms cubic-bezier(.2,0,0,1)}
.toast>p{align-self:center;overflow-wrap:anywhere}
.toast .buttons:empty{display:none}
.toast .failed{grid-column:1/-1;color:var(--dg)}
@keyframes fu-toast{from{opacity:0;transform:translateY(8px)}}
`;
