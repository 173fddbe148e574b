"use client";

import { ListFilter } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "./button";
import { Menu } from "./menu";

export type FilterGroup = {
  heading: string;
  options: { label: string; href: string; current: boolean }[];
};

/** Every filter of a list behind one button; choosing one goes to the list filtered so. */
export function FilterMenu({ groups }: { groups: FilterGroup[] }) {
  const router = useRouter();
  const shown = groups.filter(({ options }) => options.length > 0);
  if (shown.length === 0) return null;
  return (
    <Menu
      label="Filters"
      onAction={(href) => router.push(href, { scroll: false })}
      sections={shown.map(({ heading, options }) => ({
        heading,
        items: options.map(({ label, href, current }) => ({
          id: href,
          label,
          ...(current ? { note: "on" } : {}),
        })),
      }))}
      trigger={
        <Button size="sm">
          <ListFilter aria-hidden="true" />
          Filter
        </Button>
      }
    />
  );
}
