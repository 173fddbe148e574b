"use client";

import { ChevronDown } from "lucide-react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { ModeIcon } from "./mode-icon";
import type { WorkspaceChoice } from "./workspace-switcher";

const KINDS = ["live", "sandbox"] as const;

/** Between what reaches people and what does not: the first workspace of the other kind. */
export function ModeSwitch({
  current,
  workspaces,
}: {
  current: WorkspaceChoice;
  workspaces: WorkspaceChoice[];
}) {
  const t = useText();
  const words = { live: t("shell.live"), sandbox: t("shell.test") };
  const items = KINDS.map((kind) => {
    const there =
      kind === current.kind ? current : workspaces.find((workspace) => workspace.kind === kind);
    return {
      id: kind,
      label: words[kind],
      icon: <ModeIcon kind={kind} />,
      note: there?.name ?? t("shell.noneOfKind"),
      ...(there ? { href: `/${there.slug}` } : { disabled: true }),
    };
  });
  return (
    <Menu
      label={t("shell.mode")}
      align="end"
      selected={[current.kind]}
      sections={[{ heading: t("shell.mode"), items }]}
      trigger={
        <Button
          look="tertiary"
          aria-label={t("shell.modeNow", { mode: words[current.kind] })}
          className="max-md:hidden"
        >
          <ModeIcon kind={current.kind} />
          {words[current.kind]}
          <ChevronDown aria-hidden="true" />
        </Button>
      }
    />
  );
}
