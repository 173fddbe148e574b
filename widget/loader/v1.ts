import type { Inbox } from "../client/inbox";
import type { WidgetHost, WidgetView } from "../ui/host";
import { InboxElement } from "./bell";
import { Part } from "./part";
import { persist, type Session } from "./session";

type Mount = (host: WidgetHost) => WidgetView;

/** An element that is nothing before the page is idle. */
const later = (load: () => Promise<Mount>) =>
  class extends Part {
    protected override started(session: Session): void {
      void Promise.all([session.inbox(), persist(load)]).then(([inbox, mount]) => {
        if (this.session === session) this.view = mount(this.host(inbox as Inbox));
      });
    }
  };

const ELEMENTS = {
  inbox: InboxElement,
  banner: later(async () => (await import("../ui/mount-banner")).mountBanner),
  toasts: later(async () => (await import("../ui/mount-toasts")).mountToasts),
  preferences: later(async () => (await import("../ui/mount-preferences")).mountPreferences),
};

for (const [name, part] of Object.entries(ELEMENTS)) {
  // A page may load the script twice.
  if (!customElements.get(`followthrough-${name}`)) {
    customElements.define(`followthrough-${name}`, part);
  }
}
