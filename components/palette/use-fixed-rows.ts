"use client";

import { BookOpen, Clock3, Command, Keyboard, Plus, Settings, SunMoon } from "lucide-react";
import { useRouter } from "next/navigation";
import { SETTINGS_GROUPS } from "@/components/settings/sections";
import { NAV_ITEMS, navHref } from "@/components/shell/nav-items";
import { showOverlay } from "@/components/shell/overlay";
import { toggleTheme } from "@/components/shell/theme-store";
import { EVERYWHERE, keysOf } from "@/components/shortcuts/registry";
import { useRegistered } from "@/components/shortcuts/shortcut-sheet";
import { askToCreate } from "@/components/shortcuts/use-create";
import { useText } from "@/components/text/text-provider";
import { may, type Role } from "@/core/operator/role";
import { CREATES } from "./creates";
import { fitting } from "./match";
import { recentThings } from "./recent";
import type { Row, RowGroup } from "./rows";

const SETTINGS_SHOWN_UNASKED = 3;

/** What the palette knows without asking anybody: recent things, this page's shortcuts, the pages, help. */
export function useFixedRows(
  { slug, role }: { slug: string; role: Role },
  query: string,
  close: () => void,
): Groups {
  const t = useText();
  const router = useRouter();
  const registered = useRegistered();
  const go = (href: string) => () => {
    close();
    router.push(href);
  };
  const then = (run: () => void) => () => {
    close();
    run();
  };
  const asked = query.trim() !== "";
  const matching = (rows: Row[]) =>
    fitting(rows, ({ label, also }) => (also ? `${label} ${also}` : label), query);

  const here: Row[] = registered
    .filter(({ scope, onlyKeys }) => scope !== EVERYWHERE && !onlyKeys)
    .map((shortcut) => ({
      id: `here-${shortcut.id}`,
      label: t(shortcut.label, shortcut.slots),
      icon: Command,
      keys: keysOf(shortcut)[0],
      danger: shortcut.danger,
      run: then(shortcut.run),
    }));
  const pages: Row[] = NAV_ITEMS.flatMap(({ label, path, icon, key, below = [] }) =>
    [{ label, path, key }, ...below.map((page) => ({ ...page, key: undefined }))].map((page) => ({
      id: `go-${page.path}`,
      label: t(page.label),
      also: t("palette.goTo"),
      icon,
      keys: page.key && `g ${page.key}`,
      run: go(navHref(slug, page.path)),
    })),
  );
  const creates: Row[] = CREATES.filter(({ capability }) => may(role, capability)).map(
    ({ label, path }) => ({
      id: `create-${path}`,
      label: t(label),
      icon: Plus,
      run: () => {
        go(`/${slug}/${path}`)();
        askToCreate(`/${slug}/${path}`);
      },
    }),
  );
  const settings: Row[] = SETTINGS_GROUPS.flatMap(({ sections }) => sections).map(
    ({ label, path }) => ({
      id: `settings-${path}`,
      label: t(label),
      also: t("shell.settings"),
      icon: Settings,
      run: go(`/${slug}/settings/${path}`),
    }),
  );
  const help: Row[] = [
    {
      id: "help-shortcuts",
      label: t("shortcuts.title"),
      icon: Keyboard,
      keys: "?",
      run: () => showOverlay("shortcuts"),
    },
    {
      id: "help-theme",
      label: t("shortcuts.theme"),
      also: t("shell.theme"),
      icon: SunMoon,
      keys: "mod+.",
      run: then(toggleTheme),
    },
    {
      id: "help-api",
      label: t("shell.apiReference"),
      also: "OpenAPI",
      icon: BookOpen,
      run: then(() => window.location.assign("/docs/api")),
    },
  ];
  const recent: Row[] = asked
    ? []
    : recentThings(slug).map(({ href, label }) => ({
        id: `recent-${href}`,
        label,
        icon: Clock3,
        href,
        run: go(href),
      }));
  return {
    before: [
      { heading: "palette.recent", rows: recent },
      { heading: "palette.onThisPage", rows: matching(here) },
      { heading: "palette.goTo", rows: matching(pages) },
      { heading: "palette.create", rows: matching(creates) },
    ],
    after: [
      {
        heading: "shell.settings",
        rows: asked ? matching(settings) : settings.slice(0, SETTINGS_SHOWN_UNASKED),
      },
      { heading: "shell.help", rows: matching(help) },
    ],
  };
}

/** Found things come between the two. */
type Groups = { before: RowGroup[]; after: RowGroup[] };
