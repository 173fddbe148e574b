import { CircleCheck, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

/** One part of the machinery: whether it is well, in words. */
export function HealthLine({
  name,
  isWell,
  children,
}: {
  name: string;
  isWell: boolean;
  children: ReactNode;
}) {
  const Icon = isWell ? CircleCheck : TriangleAlert;
  return (
    <div className="min-w-0">
      <dt className="text-xs text-ft-3">{name}</dt>
      <dd className="flex gap-2">
        <Icon
          aria-hidden="true"
          size={16}
          className={`mt-0.5 ${isWell ? "text-(--ft-resolved)" : "text-(--ft-failed)"}`}
        />
        <span className="min-w-0">{children}</span>
      </dd>
    </div>
  );
}
