"use client";

import { BookOpen, CircleHelp, Keyboard } from "lucide-react";
import { Keys } from "@/components/shortcuts/key-caps";
import { useText } from "@/components/text/text-provider";
import { IconButton } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { showOverlay } from "./overlay";

const API_REFERENCE = "/docs/api";

/** At the same place on every page. */
export function HelpMenu() {
  const t = useText();
  return (
    <Menu
      label={t("shell.help")}
      align="end"
      onAction={(id) =>
        id === "shortcuts" ? showOverlay("shortcuts") : window.location.assign(API_REFERENCE)
      }
      sections={[
        {
          items: [
            {
              id: "shortcuts",
              label: t("shortcuts.title"),
              icon: <Keyboard aria-hidden="true" />,
              note: <Keys keys="?" />,
            },
            {
              id: "api",
              label: t("shell.apiReference"),
              icon: <BookOpen aria-hidden="true" />,
            },
          ],
        },
      ]}
      trigger={
        <IconButton label={t("shell.help")}>
          <CircleHelp aria-hidden="true" />
        </IconButton>
      }
    />
  );
}
