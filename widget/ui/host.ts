import type { Inbox } from "../client/inbox";

/**
 * What the loader gives to a part of the look. The loader draws the bell and no more; each part is
 * a chunk of its own, loaded when it is first wanted:
 *
 *   widget/ui/mount.ts              mountPanel(host: PanelHost): PanelView
 *   widget/ui/mount-banner.ts       mountBanner(host: BannerHost): WidgetView
 *   widget/ui/mount-toasts.ts       mountToasts(host: ToastsHost): WidgetView
 *   widget/ui/mount-preferences.ts  mountPreferences(host: WidgetHost): WidgetView
 *   widget/ui/words.ts              loadWords(lang: string): Promise<Words>, a chunk for each language
 *
 * What a first open loads may weigh 22,528 bytes with gzip: the loader has 3,300 of them, the client
 * 3,800, a language 950, and so the panel with Preact 14,500; what nobody sees before they do
 * something comes with `parts` once the page is idle. `widget/sizes.test.ts` says how much it is.
 *
 * Nothing under widget/ui may be imported by value from widget/loader or widget/client other than by
 * `import()`, and nothing of theirs by value from here: a shared module would become a request before
 * the bell.
 */
export type WidgetHost = {
  root: ShadowRoot;
  /** The element in the page: attributes such as `data-density` and `placement`, and slots. */
  element: HTMLElement;
  inbox: Inbox;
  /** As the page says it, `de-AT`; whoever has no words for it takes English. */
  lang: string;
  dir: "ltr" | "rtl";
  /** The page's own wording over ours, by key, from `element.words = {...}`. */
  words: Readonly<Record<string, string>>;
  /** Adds rules to the shadow root: a constructed sheet, or `<style nonce>` where there are none. */
  style(css: string): void;
  /** Dispatches `inbox:${name}` from the element; false when the page prevented it. */
  tell(name: string, detail: unknown): boolean;
};

export type PanelHost = WidgetHost & {
  /** `bell`: a dialog beside the bell. `panel`: in the page's flow. `page`: all the room there is. */
  mode: "bell" | "panel" | "page";
  /** The dialog is to close: the loader then calls `hide()` and sets the bell. */
  close(focusBell: boolean): void;
};

export type BannerHost = WidgetHost;
export type ToastsHost = WidgetHost;

export type WidgetView = {
  /** The element left the page: end everything, take down what was put up. */
  destroy(): void;
};

export type PanelView = WidgetView & {
  /** Shown, with the focus on its heading. Only with `bell`; the others are there from the start. */
  show(): void;
  hide(): void;
  /** The id of the dialog, for the bell's `aria-controls`. */
  readonly id: string;
};
