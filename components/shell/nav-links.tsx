"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { NAV_ITEMS, type NavItem } from "./nav-items";

function NavLink({ item, slug, compact }: { item: NavItem; slug: string; compact: boolean }) {
  const href = `/${slug}/${item.path}`;
  const path = usePathname();
  const current = path === href || path.startsWith(`${href}/`);
  const Icon = item.icon;
  return (
    <Link
      href={href}
      className={compact ? undefined : "ft-nav-link"}
      aria-current={current ? "page" : undefined}
      title={compact ? undefined : item.label}
    >
      <Icon aria-hidden="true" />
      <span>{item.label}</span>
    </Link>
  );
}

/** The navigation beside the page; a narrow screen has `BottomBar` in its place. */
export function Sidebar({ slug }: { slug: string }) {
  return (
    <nav id="ft-sidebar" aria-label="Main" className="ft-sidebar">
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
    <nav aria-label="Main" className="ft-bottom-bar">
      {NAV_ITEMS.map((item) => (
        <NavLink key={item.path} item={item} slug={slug} compact />
      ))}
    </nav>
  );
}
