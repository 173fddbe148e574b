import { arrivalBegan } from "@/components/shell/arrival";

/** Next calls this at every change of page, whoever asked for it. */
export function onRouterTransitionStart(url: string): void {
  arrivalBegan(url);
}
