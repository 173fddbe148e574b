import { KeyRound, type LucideIcon, Mail, Rows3, Users, Workflow } from "lucide-react";
import type { TextKey } from "@/components/text/messages";

export type NavItem = {
  label: TextKey;
  /** Follows `/{workspace}/`; empty for the workspace itself. */
  path: string;
  icon: LucideIcon;
  section: "work" | "settings";
  /** On the bar at the foot of a narrow screen; the others stand behind "More". */
  isMain?: boolean;
};

/** Only pages that exist, in the order of the navigation. */
export const NAV_ITEMS: readonly NavItem[] = [
  { label: "shell.cases", path: "cases", icon: Rows3, section: "work", isMain: true },
  { label: "shell.workflows", path: "workflows", icon: Workflow, section: "work", isMain: true },
  { label: "shell.messages", path: "messages", icon: Mail, section: "work", isMain: true },
  { label: "shell.people", path: "people", icon: Users, section: "work", isMain: true },
  {
    label: "shell.apiKeys",
    path: "settings/api-keys",
    icon: KeyRound,
    section: "settings",
    isMain: true,
  },
];
