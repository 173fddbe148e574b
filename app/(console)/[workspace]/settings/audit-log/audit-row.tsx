import type { Text } from "@/components/text/text";
import { Time } from "@/components/ui/time";
import type { AuditRow } from "@/db/queries/audit";
import { actionText } from "./action-text";
import { actorText } from "./actor";

/** One entry; its values as they were stored, behind a word. */
export function AuditEntryRow({
  row,
  name,
  clock,
  t,
}: {
  row: AuditRow;
  /** What its target is called; null where the target says it best itself. */
  name: string | null;
  clock: { viewerZone: string; locale: string; now: number };
  t: Text;
}) {
  const { at, actor, action, target, detail } = row;
  const values = JSON.stringify(detail, null, 2);
  return (
    <tr>
      <td data-label={t("settings.auditAt")}>
        <Time at={at} show="absolute" {...clock} />
      </td>
      <td data-label={t("settings.auditActor")}>{actorText(actor, clock.locale)}</td>
      <th scope="row" data-label={t("settings.auditAction")}>
        <span className="font-normal">{actionText(action, t)}</span>
      </th>
      <td data-label={t("settings.auditTarget")} className="max-w-60 break-all">
        {name === null ? null : <span className="block">{name}</span>}
        <code className={name === null ? "text-xs" : "text-xs text-ft-3"}>{target}</code>
      </td>
      <td data-label={t("settings.auditDetail")}>
        {values === "{}" ? (
          <span className="text-ft-3">{t("common.none")}</span>
        ) : (
          <details className="min-w-0 text-start">
            <summary className="cursor-pointer rounded-sm py-1 whitespace-nowrap">
              {t("settings.auditShow")}
              <span className="sr-only">
                {" "}
                {actionText(action, t)} {name ?? target}
              </span>
            </summary>
            <pre className="mt-1 mb-2 max-w-full rounded-md bg-ft-sunken p-2 text-xs break-all whitespace-pre-wrap">
              {values}
            </pre>
          </details>
        )}
      </td>
    </tr>
  );
}
