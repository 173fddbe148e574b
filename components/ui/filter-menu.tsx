"use client";

import { ListFilter } from "lucide-react";
import { useRouter } from "next/navigation";
import { useText } from "@/components/text/text-provider";
import { Button } from "./button";
import { Menu } from "./menu";

export type FilterGroup = {
  heading: string;
  options: { label: string; href: string; current: boolean }[];
};

/** Every filter of a list behind one button; choosing one goes to the list filtered so. */
export function FilterMenu({ groups }: { groups: FilterGroup[] }) {
  const router = useRouter();
  const t = useText();
  const shown = groups.filter(({ options }) => options.length > 0);
  if (shown.length === 0) return null;
  return (
    <Menu
      label={t("ui.filters")}
      onAction={(href) => router.push(href, { scroll: false })}
      sections={shown.map(({ heading, options }) => ({
        heading,
        items: options.map(({ label, href, current }) => ({
          id: href,
          label,
          ...(current ? { note: t("common.on") } : {}),
        })),
      }))}
      trigger={
        <Button size="sm">
          <ListFilter aria-hidden="true" />
          {t("ui.filter")}
        </Button>
      }
    />
  );
}
