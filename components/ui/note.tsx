import { CircleAlert, CircleCheck, Info } from "lucide-react";
import type { ReactNode } from "react";

const ICON = {
  muted: Info,
  due: CircleAlert,
  failed: CircleAlert,
  resolved: CircleCheck,
} as const;

/** One line beside the thing it is about. `failed` is announced when it appears. */
export function Note({
  tone = "muted",
  children,
}: {
  tone?: keyof typeof ICON;
  children: ReactNode;
}) {
  const Icon = ICON[tone];
  return (
    <div className="ft-note" data-tone={tone} role={tone === "failed" ? "alert" : undefined}>
      <Icon aria-hidden="true" />
      <div>{children}</div>
    </div>
  );
}
