"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useText } from "@/components/text/text-provider";
import { IconButton } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { type Theme, themeFrom } from "@/core/operator/preferences";
import { chooseTheme, useTheme } from "./theme-store";

const CHOICES = [
  { id: "system", label: "shell.themeSystem", icon: Monitor },
  { id: "light", label: "shell.themeLight", icon: Sun },
  { id: "dark", label: "shell.themeDark", icon: Moon },
] as const satisfies { id: Theme; label: string; icon: unknown }[];

/** The server reads the cookie before it writes the page, so the first paint has the right colours. */
export function ThemeMenu({ initial }: { initial: Theme }) {
  const t = useText();
  const theme = useTheme(initial);
  const choice = CHOICES.find(({ id }) => id === theme) ?? CHOICES[0];
  const Icon = choice.icon;
  return (
    <Menu
      label={t("shell.theme")}
      align="end"
      selected={[theme]}
      onAction={(id) => chooseTheme(themeFrom(id))}
      sections={[
        {
          heading: t("shell.theme"),
          items: CHOICES.map(({ id, label, icon: ChoiceIcon }) => ({
            id,
            label: t(label),
            icon: <ChoiceIcon aria-hidden="true" />,
          })),
        },
      ]}
      trigger={
        <IconButton label={t("shell.themeNow", { theme: t(choice.label) })}>
          <Icon aria-hidden="true" />
        </IconButton>
      }
    />
  );
}
