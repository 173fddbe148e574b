import { absoluteText } from "@/components/ui/time-text";
import { codeSentence } from "@/core/sentence/decision-sentence";
import type { FailingChannel, HeldGroup } from "@/db/queries/today";
import type { PageView } from "../page-view";
import type { DownAccount } from "./read-health";

const reason = (code: string | null, { t, locale, viewerZone: zone, now }: PageView): string =>
  code === null ? t("today.noReason") : codeSentence(code, {}, { locale, zone, now });

/** Why these messages wait, and when the first is looked at again. */
export function heldText({ code, until }: HeldGroup, view: PageView): string {
  const why = reason(code, view);
  if (until === null) return why;
  const at = absoluteText(until.getTime(), view.viewerZone, view.now, view.locale);
  return view.t("today.heldUntil", { why, at });
}

/** Why they failed, and when the last one did. */
export function failingText({ code, lastAt }: FailingChannel, view: PageView): string {
  const at = absoluteText(lastAt.getTime(), view.viewerZone, view.now, view.locale);
  return view.t("today.failingLast", { why: reason(code, view), at });
}

/** Since when an account takes nothing, how many wait for it, and what its provider said. */
export function downText(
  { channel, name, blame, openedAt, waiting, lastError }: DownAccount,
  view: PageView,
) {
  const { t, viewerZone, locale } = view;
  // It happens in real time, also where a test clock rules.
  const at = absoluteText(openedAt.getTime(), viewerZone, Date.now(), locale);
  return {
    text: t("today.down", { channel, name, blame, at }),
    detail: t("today.downWaiting", { n: waiting, said: lastError }),
  };
}
