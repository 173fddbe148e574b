import type { Text } from "@/components/text/text";
import { zoneLabel } from "@/components/ui/time-text";
import type { Refusal } from "@/core/case/advance";
import { formatMoment } from "@/core/sentence/format-moment";

/** Why the case did not take a verb, in the operator's language. */
export function refusalText(
  { code, params }: Refusal,
  { t, zone, locale }: { t: Text; zone: string; locale: string },
): string {
  switch (code) {
    case "already_closed": {
      const at =
        typeof params.at === "number" ? formatMoment(params.at, zone, locale) : zoneLabel(zone);
      return t("case.refusedClosed", { status: String(params.status), at });
    }
    case "not_closed":
      return t("case.refusedOpen");
    case "level_changed":
      return t("case.refusedLevel", { level: Number(params.level) });
    case "already_acknowledged": {
      const at = typeof params.at === "number" ? formatMoment(params.at, zone, locale) : "";
      return t("case.refusedAcknowledged", { by: String(params.by), at });
    }
    case "nobody_there":
      return params.target === ""
        ? t("case.refusedNobodyLeft")
        : t("case.refusedNobody", { target: String(params.target) });
    case "no_escalation":
      return t("case.refusedNoEscalation");
    case "not_next":
      return t("case.refusedNotNext");
    case "closes_at_once":
      return t("case.refusedClosesAtOnce");
    case "no_such_step":
      return t("case.refusedNoStep");
  }
}

const CODES: readonly string[] = [
  "already_closed",
  "not_closed",
  "level_changed",
  "already_acknowledged",
  "nobody_there",
  "no_escalation",
  "not_next",
  "no_such_step",
  "closes_at_once",
] satisfies Refusal["code"][];

/** The refusal that a verb's error carries. */
export function refusalIn(cause: unknown): Refusal | null {
  if (typeof cause !== "object" || cause === null || !("refusal" in cause)) return null;
  const { refusal } = cause;
  if (typeof refusal !== "object" || refusal === null || !("code" in refusal)) return null;
  return CODES.includes(String(refusal.code)) ? (refusal as Refusal) : null;
}
