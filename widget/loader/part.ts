import type { Inbox } from "../client/inbox";
import type { WidgetHost, WidgetView } from "../ui/host";
import { type Session, type Source, sessionOf } from "./session";

/** What the page set before the element was defined; left there, it would hide ours. */
function early<T>(element: object, name: string): T | undefined {
  const value = Object.getOwnPropertyDescriptor(element, name)?.value;
  Reflect.deleteProperty(element, name);
  return value;
}

/** What all elements of the widget share: a shadow root, its rules, and the page's one inbox. */
export abstract class Part extends HTMLElement implements Source {
  static observedAttributes = ["token-url"];

  readonly root: ShadowRoot = this.attachShadow({ mode: "open" });
  /** The page's own wording, by key. */
  words: Record<string, string> = early(this, "words") ?? {};
  protected session: Session | null = null;
  protected view: WidgetView | null = null;
  #token: Source["token"] = early(this, "token");

  get token(): Source["token"] {
    return this.#token;
  }
  /** Where there is no address to ask: the page's own function. */
  set token(token: Source["token"]) {
    this.#token = token;
    this.begin();
  }

  connectedCallback(): void {
    // Frameworks set properties right after they insert an element.
    queueMicrotask(() => this.begin());
  }

  attributeChangedCallback(): void {
    this.begin();
  }

  disconnectedCallback(): void {
    // Not when it is only moved.
    queueMicrotask(() => this.isConnected || this.ended());
  }

  protected begin(): void {
    if (this.session || !this.isConnected) return;
    this.session = sessionOf(this, this.language, (why) => this.tell("error", { why }));
    if (this.session) this.started(this.session);
  }

  protected ended(): void {
    this.view?.destroy();
    this.session?.leave();
    this.view = this.session = null;
  }

  protected abstract started(session: Session): void;

  protected tell(name: string, detail: unknown): boolean {
    return this.dispatchEvent(
      new CustomEvent(`inbox:${name}`, { detail, bubbles: true, composed: true, cancelable: true }),
    );
  }

  protected rules(css: string): void {
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      this.root.adoptedStyleSheets.push(sheet);
    } catch {
      const style = document.createElement("style");
      style.nonce = this.nonce || (this.getAttribute("nonce") ?? "");
      style.textContent = css;
      this.root.append(style);
    }
  }

  protected get language(): string {
    return this.closest<HTMLElement>("[lang]")?.lang || navigator.language;
  }

  protected host(inbox: Inbox): WidgetHost {
    return {
      root: this.root,
      element: this,
      inbox,
      lang: this.language,
      dir: getComputedStyle(this).direction as "ltr" | "rtl",
      words: this.words,
      style: (css) => this.rules(css),
      tell: (name, detail) => this.tell(name, detail),
    };
  }
}
