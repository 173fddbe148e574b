"use client";

import { Ellipsis } from "lucide-react";
import { useText } from "@/components/text/text-provider";
import { Button, IconButton } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { useCaseVerbs } from "./case-verbs";
import type { PlannedTarget, PlannedVerb } from "./change-planned-dialog";

type Do = PlannedVerb["do"];

/** What can be done to a planned message: buttons on the next card, a menu in the timeline. */
export function PlannedButtons({
  target,
  can,
  compact = false,
}: {
  target: PlannedTarget;
  can: readonly Do[];
  compact?: boolean;
}) {
  const t = useText();
  const { open, forbidden } = useCaseVerbs();
  if (forbidden || can.length === 0) return null;
  const words = {
    send_now: t("case.sendNow"),
    take_out: t("case.skip"),
    move: t("case.moveMore"),
  } satisfies Record<Do, string>;
  const start = (what: Do) => open({ ...target, do: what });
  if (compact) {
    const items = can.map((id) => ({ id, label: words[id] }));
    const label = t("case.changePlanned", { what: target.what[0] ?? "" });
    return (
      <Menu
        label={label}
        align="end"
        sections={[{ items }]}
        onAction={(id) => start(id as Do)}
        trigger={
          <IconButton size="sm" label={label} className="print:hidden">
            <Ellipsis aria-hidden="true" />
          </IconButton>
        }
      />
    );
  }
  return (
    <div className="mt-3 flex flex-wrap gap-2 print:hidden">
      {can.map((what) => (
        <Button key={what} size="sm" onPress={() => start(what)}>
          {words[what]}
        </Button>
      ))}
    </div>
  );
}
