"use client";

import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useText } from "@/components/text/text-provider";
import { SETTINGS_GROUPS } from "./sections";

/** Beside the page on wide screens; on narrow ones a page of its own, at the settings' own address. */
export function SettingsNav({ slug }: { slug: string }) {
  const t = useText();
  const path = usePathname();
  const root = `/${slug}/settings`;
  const isRoot = path === root;
  const current = isRoot ? `${root}/general` : path;
  return (
    <nav
      aria-label={t("settings.sections")}
      className={`${isRoot ? "" : "max-lg:hidden"} py-4 lg:sticky lg:top-(--ft-bar) lg:h-[calc(100dvh-var(--ft-bar))] lg:self-start lg:overflow-y-auto lg:border-e lg:border-ft-subtle lg:px-2 lg:pb-8`}
    >
      {isRoot ? <h1 className="ft-page-title px-4 pb-3 lg:hidden">{t("settings.title")}</h1> : null}
      {SETTINGS_GROUPS.map(({ label, sections }) => (
        <div key={label} className="mb-4">
          <h2 className="px-4 pb-1 text-2xs text-ft-3 lg:px-3">{t(label)}</h2>
          <ul className="max-lg:border-y max-lg:border-ft-subtle max-lg:bg-ft-surface lg:grid lg:gap-0.5">
            {sections.map((section) => {
              const href = `${root}/${section.path}`;
              const isCurrent = current === href || current.startsWith(`${href}/`);
              return (
                <li
                  key={section.path}
                  className="max-lg:not-first:border-t max-lg:not-first:border-ft-subtle"
                >
                  <Link
                    href={href}
                    aria-current={isCurrent ? "page" : undefined}
                    className="ft-nav-link max-lg:min-h-11 max-lg:rounded-none max-lg:bg-transparent max-lg:px-4 max-lg:text-ft-1"
                  >
                    <span className="min-w-0 flex-1">{t(section.label)}</span>
                    <ChevronRight aria-hidden="true" className="lg:hidden" />
                  </Link>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </nav>
  );
}
