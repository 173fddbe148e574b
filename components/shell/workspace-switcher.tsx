"use client";

import { ChevronsUpDown } from "lucide-react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { ModeIcon } from "./mode-icon";

export type WorkspaceChoice = {
  slug: string;
  name: string;
  kind: "live" | "sandbox";
};

const HEADINGS = { live: "shell.live", sandbox: "shell.test" } as const;

export function WorkspaceSwitcher({
  current,
  workspaces,
}: {
  current: string;
  workspaces: WorkspaceChoice[];
}) {
  const t = useText();
  const name = workspaces.find(({ slug }) => slug === current)?.name ?? current;
  const sections = (["live", "sandbox"] as const)
    .map((kind) => ({
      heading: t(HEADINGS[kind]),
      items: workspaces
        .filter((workspace) => workspace.kind === kind)
        .map((workspace) => ({
          id: workspace.slug,
          label: workspace.name,
          icon: <ModeIcon kind={kind} />,
          href: `/${workspace.slug}`,
        })),
    }))
    .filter(({ items }) => items.length > 0);
  return (
    <Menu
      label={t("shell.workspaces")}
      selected={[current]}
      sections={sections}
      trigger={
        <Button
          look="tertiary"
          aria-label={t("shell.workspaceNow", { name })}
          className="min-w-0 text-ft-1"
        >
          <span className="truncate font-semibold">{name}</span>
          <ChevronsUpDown aria-hidden="true" />
        </Button>
      }
    />
  );
}
