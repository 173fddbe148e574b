"use client";

import { useText } from "@/components/text/text-provider";
import type { FilterOp } from "@/core/filter/field";

/** How a field is compared with its values. */
export function OpSelect<O extends FilterOp>({
  ops,
  value,
  words,
  onChange,
}: {
  ops: readonly O[];
  value: O;
  words: Readonly<Record<O, string>>;
  onChange: (op: O) => void;
}) {
  const t = useText();
  return (
    <div className="border-b border-ft-subtle p-2">
      <select
        className="ft-input"
        aria-label={t("lists.operator")}
        value={value}
        onChange={(event) => {
          const next = ops.find((op) => op === event.target.value);
          if (next) onChange(next);
        }}
      >
        {ops.map((op) => (
          <option key={op} value={op}>
            {words[op]}
          </option>
        ))}
      </select>
    </div>
  );
}
