"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { IconButton } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { THEME_COOKIE, type Theme, themeFrom } from "@/core/operator/preferences";
import { remember } from "./remember";

const CHOICES = [
  { id: "system", label: "System", icon: Monitor },
  { id: "light", label: "Light", icon: Sun },
  { id: "dark", label: "Dark", icon: Moon },
] as const satisfies { id: Theme; label: string; icon: unknown }[];

/** The server reads the cookie before it writes the page, so the first paint has the right colours. */
export function ThemeMenu({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState(initial);
  const Icon = CHOICES.find(({ id }) => id === theme)?.icon ?? Monitor;
  const choose = (id: string) => {
    const next = themeFrom(id);
    setTheme(next);
    remember(THEME_COOKIE, next);
    const root = document.documentElement;
    if (next === "system") root.removeAttribute("data-theme");
    else root.setAttribute("data-theme", next);
  };
  return (
    <Menu
      label="Colour scheme"
      align="end"
      selected={[theme]}
      onAction={choose}
      sections={[
        {
          heading: "Colour scheme",
          items: CHOICES.map(({ id, label, icon: ChoiceIcon }) => ({
            id,
            label,
            icon: <ChoiceIcon aria-hidden="true" />,
          })),
        },
      ]}
      trigger={
        <IconButton label={`Colour scheme: ${theme}`}>
          <Icon aria-hidden="true" />
        </IconButton>
      }
    />
  );
}
