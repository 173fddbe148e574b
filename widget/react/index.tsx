import { createElement, type HTMLAttributes, type ReactNode, useEffect, useRef } from "react";
import type { InboxToken } from "../client/inbox";

type Own = {
  /** Where Followthrough runs, `https://notify.example.com`. */
  baseUrl: string;
  /** An address of your server that answers with `{ token, expiresAt }` for whoever is signed in. */
  tokenUrl?: string;
  /** Instead of an address. */
  token?: () => Promise<InboxToken>;
  /** Sample messages, no requests. */
  demo?: boolean;
  /** `false`: keeps nothing in the browser. */
  keep?: boolean;
  /** Your own wording, by key. */
  words?: Record<string, string>;
  onError?: (error: { why: string }) => void;
  onOpen?: () => void;
  onClose?: () => void;
  children?: ReactNode;
};
type Props<More = unknown> = Own &
  More &
  Omit<HTMLAttributes<HTMLElement>, keyof Own> & {
    mode?: "bell" | "panel" | "page";
    [data: `data-${string}`]: string | undefined;
  };

type Element = HTMLElement & { token?: Own["token"]; words?: Own["words"] };

/** The script is asked for once, by the first component that is shown. */
function load(baseUrl: string): void {
  const src = `${baseUrl.replace(/\/$/, "")}/w/v1.js`;
  if ([...document.scripts].some((script) => script.src === src)) return;
  document.head.append(Object.assign(document.createElement("script"), { type: "module", src }));
}

const component = <More,>(name: string) =>
  function Component(props: Props<More>): ReactNode {
    const { baseUrl, tokenUrl, token, demo, keep, words, onError, onOpen, onClose } = props;
    const { children, style, ...rest } = props;
    // As large before the script is there as after, so that nothing in the page moves.
    const isBell = name === "followthrough-inbox" && !/panel|page/.test(String(rest.mode ?? ""));
    const element = useRef<Element>(null);
    const handlers = useRef({ onError, onOpen, onClose });
    handlers.current = { onError, onOpen, onClose };

    useEffect(() => {
      const { current } = element;
      if (!current) return;
      if (token) current.token = () => token();
      if (words) current.words = words;
      load(baseUrl);
      const end = new AbortController();
      const on = (type: string, heard: (detail: never) => void) =>
        current.addEventListener(
          `inbox:${type}`,
          (event) => heard((event as CustomEvent).detail as never),
          { signal: end.signal },
        );
      on("error", (error) => handlers.current.onError?.(error));
      on("open", () => handlers.current.onOpen?.());
      on("close", () => handlers.current.onClose?.());
      return () => end.abort();
    }, [baseUrl, token, words]);

    const attributes = Object.fromEntries(
      Object.entries(rest).filter(([key]) => !OWN.has(key as keyof Own)),
    );
    return createElement(
      name,
      {
        ...attributes,
        ref: element,
        "base-url": baseUrl,
        "token-url": tokenUrl,
        demo: demo ? "" : undefined,
        keep: keep === false ? "off" : undefined,
        style: { ...(isBell ? BELL_BOX : {}), ...style },
      },
      children,
    );
  };

const OWN: ReadonlySet<keyof Own> = new Set<keyof Own>([
  "baseUrl",
  "tokenUrl",
  "token",
  "demo",
  "keep",
  "words",
  "onError",
  "onOpen",
  "onClose",
]);
const BELL_BOX = { display: "inline-block", minWidth: "44px", minHeight: "44px" };

export const Inbox = component("followthrough-inbox");
export const Banner = component<{ placement?: "top" | "bottom" }>("followthrough-banner");
export const Toasts = component<{ placement?: string }>("followthrough-toasts");
export const Preferences = component("followthrough-preferences");
