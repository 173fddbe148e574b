"use client";

import { PanelLeft } from "lucide-react";
import { type ReactNode, useState } from "react";
import { PaletteHost } from "@/components/palette/palette-host";
import { useText } from "@/components/text/text-provider";
import { IconButton } from "@/components/ui/button";
import { Toasts } from "@/components/ui/toast";
import { SIDEBAR_COOKIE } from "@/core/operator/preferences";
import type { Role } from "@/core/operator/role";
import { Arriving } from "./arriving";
import { GlobalShortcuts } from "./global-shortcuts";
import { BottomBar, Sidebar } from "./nav-links";
import { remember } from "./remember";
import { SearchButton } from "./search-button";
import { useHeldFocus } from "./use-held-focus";

/** The frame around every console page: skip link, top bar, navigation, main. */
export function ShellFrame({
  slug,
  role,
  sandbox,
  initiallyCollapsed,
  needsYou,
  start,
  end,
  children,
}: {
  slug: string;
  role: Role;
  sandbox: boolean;
  initiallyCollapsed: boolean;
  /** What waits for the reader on Today. */
  needsYou: number;
  /** Left and right in the top bar. */
  start: ReactNode;
  end: ReactNode;
  children: ReactNode;
}) {
  const [collapsed, setCollapsed] = useState(initiallyCollapsed);
  const t = useText();
  useHeldFocus();
  const toggle = () => {
    remember(SIDEBAR_COOKIE, collapsed ? "open" : "collapsed");
    setCollapsed(!collapsed);
  };
  return (
    <div
      className="ft-shell"
      data-sidebar={collapsed ? "collapsed" : "open"}
      data-kind={sandbox ? "sandbox" : "live"}
    >
      <a href="#main" className="ft-skip">
        {t("shell.skip")}
      </a>
      <header className="ft-topbar">
        {sandbox ? <p className="ft-test-band">{t("shell.testBand")}</p> : null}
        <div className="ft-topbar-row">
          <IconButton
            label={t(collapsed ? "shell.expand" : "shell.collapse")}
            keys="["
            aria-keyshortcuts="["
            aria-controls="ft-sidebar"
            aria-expanded={!collapsed}
            className="ft-sidebar-toggle"
            onPress={toggle}
          >
            <PanelLeft aria-hidden="true" />
          </IconButton>
          {start}
          <SearchButton />
          <div className="ms-auto flex items-center gap-1">{end}</div>
        </div>
      </header>
      <Sidebar slug={slug} needsYou={needsYou} />
      <main id="main" tabIndex={-1} className="ft-main">
        <Arriving />
        {children}
      </main>
      <BottomBar slug={slug} needsYou={needsYou} />
      <GlobalShortcuts slug={slug} onToggleSidebar={toggle} />
      <PaletteHost slug={slug} role={role} />
      <Toasts />
    </div>
  );
}
