import { CircleAlert, CircleCheck, CircleHelp, Lightbulb } from "lucide-react";
import type { Text } from "@/components/text/text";
import type { Finding } from "@/core/domain/finding";

const LOOK = {
  good: { tone: "resolved", icon: CircleCheck },
  advice: { tone: "due", icon: Lightbulb },
  problem: { tone: "failed", icon: CircleAlert },
  unknown: { tone: "muted", icon: CircleHelp },
} as const;

/** What one check found, what to do about it, and the record it was read from. */
export function FindingRow({ t, finding }: { t: Text; finding: Finding }) {
  const { check, level, code, params, name, record } = finding;
  const { tone, icon: Icon } = LOOK[level];
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-1 rounded-md border border-ft-subtle bg-ft-surface p-3">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="font-medium">{t(`domains.check_${check}`)}</h3>
        <span className="ft-badge" data-tone={tone}>
          <Icon aria-hidden="true" />
          {t(`domains.level_${level}`)}
        </span>
      </div>
      <p className="max-w-[68ch]">{t(`domains.${code}`, { ...params })}</p>
      <p className="font-mono text-xs break-all text-ft-2">{name}</p>
      {record === "" ? null : (
        <p className="max-h-24 overflow-y-auto font-mono text-xs break-all whitespace-pre-wrap text-ft-2">
          {record}
        </p>
      )}
    </li>
  );
}
