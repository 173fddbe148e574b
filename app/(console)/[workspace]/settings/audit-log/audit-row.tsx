import type { Text } from "@/components/text/text";
import { Time } from "@/components/ui/time";
import type { AuditRow } from "@/db/queries/audit";
import { actorText } from "./actor";

/** One entry; its values as they were stored, behind a word. */
export function AuditEntryRow({
  row,
  clock,
  t,
}: {
  row: AuditRow;
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
        <code className="text-xs font-normal">{action}</code>
      </th>
      <td data-label={t("settings.auditTarget")} className="max-w-60 font-mono text-xs break-all">
        <span>{target}</span>
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
                {action} {target}
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
