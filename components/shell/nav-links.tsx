"use client";

import { Menu as MenuIcon, Search } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useLocale, useText } from "@/components/text/text-provider";
import { isCurrent, NAV_ITEMS, type NavItem, navHref } from "./nav-items";
import { showOverlay, useOverlay } from "./overlay";

const COUNT_MAX = 99;

function NavLink({
  item,
  slug,
  compact = false,
  count = 0,
}: {
  item: NavItem;
  slug: string;
  compact?: boolean;
  /** What a human must act on; 0 shows nothing. */
  count?: number;
}) {
  const path = usePathname();
  const Icon = item.icon;
  const t = useText();
  const locale = useLocale();
  const label = t(item.label);
  const shown = count > COUNT_MAX ? `${COUNT_MAX}+` : new Intl.NumberFormat(locale).format(count);
  return (
    <Link
      href={navHref(slug, item.path)}
      className={compact ? undefined : "ft-nav-link"}
      aria-current={isCurrent(slug, item, path) ? "page" : undefined}
      title={compact ? undefined : label}
    >
      <Icon aria-hidden="true" />
      <span className="ft-nav-word">{label}</span>
      {count > 0 ? (
        <span className="ft-nav-count">
          <span aria-hidden="true">{shown}</span>
          <span className="sr-only">{t("shell.needYou", { n: count })}</span>
        </span>
      ) : null}
    </Link>
  );
}

/** The navigation beside the page; a narrow screen has `BottomBar` in its place. */
export function Sidebar({ slug, needsYou }: { slug: string; needsYou: number }) {
  return (
    <nav id="ft-sidebar" aria-label={useText()("shell.main")} className="ft-sidebar">
      {(["work", "settings"] as const).map((section) => (
        <ul
          key={section}
          className="grid gap-0.5 not-first:mt-3 not-first:border-t not-first:border-ft-subtle not-first:pt-3"
        >
          {NAV_ITEMS.filter((item) => item.section === section).map((item) => (
            <li key={item.path}>
              <NavLink item={item} slug={slug} count={item.path === "" ? needsYou : 0} />
            </li>
          ))}
        </ul>
      ))}
    </nav>
  );
}

/** Today, Cases, Search, Workflows, More: what a thumb reaches. */
export function BottomBar({ slug, needsYou }: { slug: string; needsYou: number }) {
  const t = useText();
  const path = usePathname();
  const overlay = useOverlay();
  const main = NAV_ITEMS.filter(({ isMain }) => isMain);
  const isElsewhere = NAV_ITEMS.some((item) => !item.isMain && isCurrent(slug, item, path));
  const link = (item: NavItem) => (
    <NavLink
      key={item.path}
      item={item}
      slug={slug}
      compact
      count={item.path === "" ? needsYou : 0}
    />
  );
  return (
    <nav aria-label={t("shell.main")} className="ft-bottom-bar">
      {main.slice(0, 2).map(link)}
      <button type="button" aria-haspopup="dialog" onClick={() => showOverlay("palette")}>
        <Search aria-hidden="true" />
        {t("common.search")}
      </button>
      {main.slice(2).map(link)}
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={overlay === "more"}
        data-current={isElsewhere}
        onClick={() => showOverlay("more")}
      >
        <MenuIcon aria-hidden="true" />
        {t("common.more")}
      </button>
    </nav>
  );
}
