import { h, render } from "preact";
import type { ToastsHost, WidgetView } from "./host";
import { partOf, type Spoken, spokenBy } from "./part";
import { quickAction } from "./quick-answer";
import { TOASTS_STYLE, type Toast, Toasts } from "./toasts";

const SHOWN_MS = 6_000;
const TOASTS_MAX = 3;
const OPEN_PANEL = "#fu-panel:is([open],:popover-open)";

const isPanelOpen = (): boolean =>
  [...document.querySelectorAll("followthrough-inbox")].some(
    (inbox) => inbox.shadowRoot?.querySelector(OPEN_PANEL) != null,
  );

/** Shows what arrives while the page is looked at and the panel is closed. */
export function mountToasts(host: ToastsHost): WidgetView {
  const { inbox, element, root } = host;
  const placement = element.getAttribute("placement") ?? "bottom-end";
  const part = partOf(host, `toasts ${placement.split("-").join(" ")}`, TOASTS_STYLE);
  part.setAttribute("role", "status");
  part.setAttribute("aria-relevant", "additions");
  let toasts: Toast[] = [];
  let spoken: Spoken | null = null;
  /** Where the focus was before F8. */
  let cameFrom: HTMLElement | null = null;
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== "F8") return;
    event.preventDefault();
    if (!root.activeElement && document.activeElement instanceof HTMLElement)
      cameFrom = document.activeElement;
    part.querySelector<HTMLElement>("[data-toast]")?.focus();
  };

  const draw = (): void => {
    if (!spoken) return;
    document.removeEventListener("keydown", onKey);
    if (toasts.length > 0) document.addEventListener("keydown", onKey);
    const had = root.activeElement !== null;
    render(h(Toasts, { toasts, inbox, say: spoken.say, answered, dismiss }), part);
    if (!had || root.activeElement) return;
    const next = part.querySelector<HTMLElement>("[data-toast]") ?? cameFrom;
    next?.focus();
  };
  const dismiss = (id: string): void => {
    clearTimeout(timers.get(id));
    timers.delete(id);
    toasts = toasts.filter(({ item }) => item.id !== id);
    draw();
  };
  const answered = (id: string, failure: string | null): void => {
    if (failure === null) {
      dismiss(id);
      return;
    }
    toasts = toasts.map((toast) => (toast.item.id === id ? { ...toast, failure } : toast));
    draw();
  };
  /** What can be answered stays until it is. */
  const count = (): void => {
    for (const { item } of toasts)
      if (!timers.has(item.id) && quickAction(item) === null)
        timers.set(
          item.id,
          setTimeout(() => dismiss(item.id), SHOWN_MS),
        );
  };
  const hold = (): void => {
    for (const timer of timers.values()) clearTimeout(timer);
    timers.clear();
  };
  const goOn = (): void => {
    if (!part.matches(":hover") && !root.activeElement) count();
  };
  part.addEventListener("pointerenter", hold);
  part.addEventListener("pointerleave", goOn);
  part.addEventListener("focusin", hold);
  part.addEventListener("focusout", () => queueMicrotask(goOn));
  part.addEventListener("keydown", (event) => {
    const toast = root.activeElement?.closest<HTMLElement>("[data-toast]")?.dataset.toast;
    if (event.key === "Escape" && toast) dismiss(toast);
  });

  const unheard = inbox.on((event) => {
    if (event.type !== "arrived" || document.hidden || isPanelOpen()) return;
    const come = event.items.map((item) => ({ item, failure: null }));
    const isCome = new Set(come.map(({ item }) => item.id));
    toasts = [...come, ...toasts.filter(({ item }) => !isCome.has(item.id))].slice(0, TOASTS_MAX);
    draw();
    goOn();
  });
  const unsubscribe = inbox.subscribe(({ lists }) => {
    const done = new Set(lists.all?.items.filter(({ readAt }) => readAt).map(({ id }) => id));
    for (const { item } of toasts) if (done.has(item.id)) dismiss(item.id);
  });
  void spokenBy(host).then((known) => {
    spoken = known;
    draw();
  });
  return {
    destroy() {
      hold();
      unheard();
      unsubscribe();
      document.removeEventListener("keydown", onKey);
      render(null, part);
      part.remove();
    },
  };
}
