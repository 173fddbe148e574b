import {
  ChartNoAxesCombined,
  FileText,
  Inbox,
  type LucideIcon,
  Mail,
  Rows3,
  Settings,
  Users,
  UsersRound,
  Workflow,
  Zap,
} from "lucide-react";
import type { TextKey } from "@/components/text/messages";

export type NavItem = {
  label: TextKey;
  /** Follows `/{workspace}/`; empty for Today, the workspace itself. */
  path: string;
  icon: LucideIcon;
  section: "work" | "settings";
  /** Pressed after G. */
  key?: string;
  /** Pages that stand beside this one, under the same item. */
  below?: readonly { label: TextKey; path: string }[];
  /** On the bar at the foot of a narrow screen; the others stand behind "More". */
  isMain?: boolean;
};

/** Only pages that exist, in the order of the navigation. */
export const NAV_ITEMS: readonly NavItem[] = [
  { label: "shell.today", path: "", icon: Inbox, section: "work", key: "t", isMain: true },
  { label: "shell.cases", path: "cases", icon: Rows3, section: "work", key: "c", isMain: true },
  {
    label: "shell.workflows",
    path: "workflows",
    icon: Workflow,
    section: "work",
    key: "w",
    isMain: true,
  },
  { label: "shell.messages", path: "messages", icon: Mail, section: "work", key: "m" },
  { label: "shell.people", path: "people", icon: Users, section: "work", key: "p" },
  {
    label: "shell.teams",
    path: "teams",
    icon: UsersRound,
    section: "work",
    below: [
      { label: "org.title", path: "org" },
      { label: "rotas.title", path: "rotas" },
      { label: "teams.policies", path: "policies" },
      { label: "escalations.title", path: "escalations" },
    ],
  },
  {
    label: "shell.analytics",
    path: "analytics",
    icon: ChartNoAxesCombined,
    section: "work",
    key: "a",
  },
  { label: "shell.content", path: "content", icon: FileText, section: "settings" },
  { label: "shell.events", path: "events", icon: Zap, section: "settings" },
  { label: "shell.settings", path: "settings", icon: Settings, section: "settings", key: "s" },
];

export const navHref = (slug: string, path: string): string =>
  path === "" ? `/${slug}` : `/${slug}/${path}`;

/** Whether `pathname` is this item's page, one that stands under it, or one below these. */
export const isCurrent = (slug: string, item: NavItem, pathname: string): boolean =>
  [item.path, ...(item.below ?? []).map(({ path }) => path)].some((path) => {
    const href = navHref(slug, path);
    return pathname === href || (path !== "" && pathname.startsWith(`${href}/`));
  });
