import type { InboxCounts } from "@/core/contracts/inbox";
import type { PanelView } from "../ui/host";
import { BELL_STYLE } from "./bell-style";
import { bellName } from "./bell-words";
import { Part } from "./part";
import { idle, persist, type Session } from "./session";

const BADGE_MAX = 9;
const SVG = "http://www.w3.org/2000/svg";
const ICON = {
  viewBox: "0 0 24 24",
  width: "24",
  height: "24",
  fill: "none",
  stroke: "currentColor",
  "stroke-width": "1.7",
  "stroke-linecap": "round",
  "stroke-linejoin": "round",
  "aria-hidden": "true",
};
const ICON_PATH = "M18 9a6 6 0 0 0-12 0c0 6-2.5 7.5-2.5 7.5h17S18 15 18 9M10 20a2.3 2.3 0 0 0 4 0";

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  part: string,
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.id = part;
  made.part.add(part);
  return made;
}

/** `<followthrough-inbox>`: a bell that opens the panel, or the panel in the page. */
export class InboxElement extends Part {
  #bell: HTMLButtonElement | null = null;
  #badge = element("span", "badge");
  #dot = element("span", "dot");
  #panel: Promise<PanelView> | null = null;
  #isOpen = false;

  get mode(): "bell" | "panel" | "page" {
    const mode = this.getAttribute("mode");
    return mode === "panel" || mode === "page" ? mode : "bell";
  }

  override connectedCallback(): void {
    if (!this.#bell) {
      const isBell = this.mode === "bell";
      this.rules(isBell ? BELL_STYLE : ":host{display:block}:host([hidden]){display:none}");
      if (isBell) this.#draw();
    }
    super.connectedCallback();
  }

  /** Made by hand: pages that demand Trusted Types allow no markup as text. */
  #draw(): void {
    const bell = element("button", "bell");
    this.#bell = bell;
    bell.type = "button";
    bell.ariaHasPopup = "dialog";
    bell.ariaExpanded = "false";
    const icon = document.createElementNS(SVG, "svg");
    for (const [name, value] of Object.entries(ICON)) icon.setAttribute(name, value);
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", ICON_PATH);
    icon.append(path);
    const slot = document.createElement("slot");
    slot.name = "bell-icon";
    slot.append(icon);
    bell.append(slot, this.#badge, this.#dot);
    bell.onclick = () => (this.#isOpen ? this.#close(false) : this.#open());
    bell.onpointerenter = bell.onfocus = () => void idle().then(() => this.session && this.#load());
    this.#count(null);
    this.root.append(bell);
  }

  protected override started(session: Session): void {
    void session.first.then((answer) => answer && this.#count(answer.counts));
    void session.inbox().then((inbox) => {
      if (this.session !== session) return;
      inbox.subscribe(({ counts }) => counts && this.#count(counts));
      if (!this.#bell) void this.#load();
    });
  }

  protected override ended(): void {
    super.ended();
    this.#panel = null;
    this.#isOpen = false;
  }

  #count(counts: InboxCounts | null): void {
    const unread = counts?.unread ?? 0;
    const isNew = !!counts?.unseen;
    this.#badge.hidden = !unread;
    this.#badge.textContent = unread > BADGE_MAX ? `${BADGE_MAX}+` : `${unread}`;
    this.#dot.hidden = !isNew;
    if (this.#bell) this.#bell.ariaLabel = bellName(this.language, counts, this.words);
  }

  #load(): Promise<PanelView> {
    const session = this.session as Session;
    this.#panel ??= Promise.all([session.inbox(), persist(() => import("../ui/mount"))]).then(
      ([inbox, { mountPanel }]) => {
        const view = mountPanel({
          ...this.host(inbox),
          mode: this.mode,
          close: (focusBell) => this.#close(focusBell),
        });
        this.view = view;
        return view;
      },
    );
    return this.#panel;
  }

  #expanded(isOpen: boolean): void {
    this.#isOpen = isOpen;
    if (this.#bell) this.#bell.ariaExpanded = `${isOpen}`;
    this.tell(isOpen ? "open" : "close", null);
  }

  async #open(): Promise<void> {
    if (!this.session) return;
    this.#expanded(true);
    const view = await this.#load();
    this.#bell?.setAttribute("aria-controls", view.id);
    if (this.#isOpen) view.show();
  }

  async #close(focusBell: boolean): Promise<void> {
    if (!this.#isOpen) return;
    this.#expanded(false);
    (await this.#panel)?.hide();
    if (focusBell) this.#bell?.focus();
  }
}
