"use client";

import { Modal } from "@heroui/react/modal";
import { CircleHelp } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useText } from "@/components/text/text-provider";
import { isCurrent, NAV_ITEMS, navHref } from "./nav-items";
import { showOverlay } from "./overlay";

/** The rest of the navigation, from the foot of a narrow screen. */
export function MoreSheet({ slug }: { slug: string }) {
  const t = useText();
  const path = usePathname();
  const close = () => showOverlay(null);
  return (
    <Modal.Backdrop isOpen onOpenChange={(open) => !open && close()} isDismissable>
      <Modal.Container placement="bottom" className="ft-sheet">
        <Modal.Dialog aria-label={t("common.more")}>
          <ul className="grid gap-0.5">
            {NAV_ITEMS.filter(({ isMain }) => !isMain).map((item) => (
              <li key={item.path}>
                <Link
                  href={navHref(slug, item.path)}
                  onClick={close}
                  className="ft-nav-link"
                  aria-current={isCurrent(slug, item, path) ? "page" : undefined}
                >
                  <item.icon aria-hidden="true" />
                  {t(item.label)}
                </Link>
              </li>
            ))}
            <li className="mt-2 border-t border-ft-subtle pt-2">
              <a href="/docs/api" className="ft-nav-link">
                <CircleHelp aria-hidden="true" />
                {t("shell.apiReference")}
              </a>
            </li>
          </ul>
        </Modal.Dialog>
      </Modal.Container>
    </Modal.Backdrop>
  );
}
