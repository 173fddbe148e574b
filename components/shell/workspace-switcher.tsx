"use client";

import { ChevronsUpDown, FlaskConical, Radio } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";

export type WorkspaceChoice = {
  slug: string;
  name: string;
  kind: "live" | "sandbox";
};

const HEADINGS = { live: "Live", sandbox: "Test" } as const;

export function WorkspaceSwitcher({
  current,
  workspaces,
}: {
  current: string;
  workspaces: WorkspaceChoice[];
}) {
  const name = workspaces.find(({ slug }) => slug === current)?.name ?? current;
  const sections = (["live", "sandbox"] as const)
    .map((kind) => ({
      heading: HEADINGS[kind],
      items: workspaces
        .filter((workspace) => workspace.kind === kind)
        .map((workspace) => ({
          id: workspace.slug,
          label: workspace.name,
          icon:
            kind === "live" ? <Radio aria-hidden="true" /> : <FlaskConical aria-hidden="true" />,
          href: `/${workspace.slug}/cases`,
        })),
    }))
    .filter(({ items }) => items.length > 0);
  return (
    <Menu
      label="Workspaces"
      selected={[current]}
      sections={sections}
      trigger={
        <Button look="tertiary" aria-label={`Workspace: ${name}`} className="min-w-0 text-ft-1">
          <span className="truncate font-semibold">{name}</span>
          <ChevronsUpDown aria-hidden="true" />
        </Button>
      }
    />
  );
}
