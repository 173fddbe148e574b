"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useText } from "@/components/text/text-provider";
import { NAV_ITEMS, type NavItem } from "./nav-items";

function NavLink({ item, slug, compact }: { item: NavItem; slug: string; compact: boolean }) {
  const href = `/${slug}/${item.path}`;
  const path = usePathname();
  const current = path === href || path.startsWith(`${href}/`);
  const Icon = item.icon;
  const t = useText();
  const label = t(item.label);
  return (
    <Link
      href={href}
      className={compact ? undefined : "ft-nav-link"}
      aria-current={current ? "page" : undefined}
      title={compact ? undefined : label}
    >
      <Icon aria-hidden="true" />
      <span>{label}</span>
    </Link>
  );
}

/** The navigation beside the page; a narrow screen has `BottomBar` in its place. */
export function Sidebar({ slug }: { slug: string }) {
  return (
    <nav id="ft-sidebar" aria-label={useText()("shell.main")} className="ft-sidebar">
      {(["work", "settings"] as const).map((section) => (
        <ul
          key={section}
          className="grid gap-0.5 not-first:mt-3 not-first:border-t not-first:border-ft-subtle not-first:pt-3"
        >
          {NAV_ITEMS.filter((item) => item.section === section).map((item) => (
            <li key={item.path}>
              <NavLink item={item} slug={slug} compact={false} />
            </li>
          ))}
        </ul>
      ))}
    </nav>
  );
}

export function BottomBar({ slug }: { slug: string }) {
  return (
    <nav aria-label={useText()("shell.main")} className="ft-bottom-bar">
      {NAV_ITEMS.filter(({ isMain }) => isMain).map((item) => (
        <NavLink key={item.path} item={item} slug={slug} compact />
      ))}
    </nav>
  );
}
