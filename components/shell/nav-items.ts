import { KeyRound, type LucideIcon, Mail, Rows3, Users, Workflow } from "lucide-react";

export type NavItem = {
  label: string;
  path: string;
  icon: LucideIcon;
  section: "work" | "settings";
};

/** Only pages that exist. `path` follows `/{workspace}/`. */
export const NAV_ITEMS: readonly NavItem[] = [
  { label: "Cases", path: "cases", icon: Rows3, section: "work" },
  { label: "Workflows", path: "workflows", icon: Workflow, section: "work" },
  { label: "Messages", path: "messages", icon: Mail, section: "work" },
  { label: "People", path: "people", icon: Users, section: "work" },
  {
    label: "API keys",
    path: "settings/api-keys",
    icon: KeyRound,
    section: "settings",
  },
];
