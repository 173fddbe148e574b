"use client";

import { useSyncExternalStore } from "react";
import { useText } from "@/components/text/text-provider";
import { Dialog } from "@/components/ui/dialog";
import { Keys } from "./key-caps";
import { useIsMac } from "./platform";
import { EVERYWHERE, keysOf, type Registered, registeredNow, watchRegistered } from "./registry";

const NONE: readonly Registered[] = [];

export const useRegistered = (): readonly Registered[] =>
  useSyncExternalStore(watchRegistered, registeredNow, () => NONE);

/** Every shortcut that works on this page now, by scope, the page's own first. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const t = useText();
  const all = useRegistered();
  const own = new Set(all.filter(({ scope }) => scope !== EVERYWHERE).flatMap(keysOf));
  const isTaken = (keys: string) => own.has(keys);
  const registered = all.filter(
    (shortcut) => shortcut.scope !== EVERYWHERE || !keysOf(shortcut).every(isTaken),
  );
  const mod = useIsMac() ? "⌘" : t("shortcuts.keyCtrl");
  const scopes = [...new Set(registered.map(({ scope }) => scope))].sort(
    (a, b) => Number(a === EVERYWHERE) - Number(b === EVERYWHERE),
  );
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("shortcuts.title")} size="lg">
      <div className="columns-1 gap-8 sm:columns-2">
        {scopes.map((scope) => (
          <section key={scope} className="mb-5 break-inside-avoid">
            <h3 className="mb-1 text-xs font-medium text-ft-3">{t(scope)}</h3>
            <dl>
              {registered
                .filter((shortcut) => shortcut.scope === scope)
                .map((shortcut) => (
                  <div key={shortcut.id} className="flex items-baseline justify-between gap-4 py-1">
                    <dt className="text-ft-1">{t(shortcut.label, shortcut.slots)}</dt>
                    <dd className="flex shrink-0 gap-2">
                      {keysOf(shortcut).map((keys) => (
                        <Keys key={keys} keys={keys} />
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="text-xs text-ft-3">{t("shortcuts.sheetNote", { mod })}</p>
    </Dialog>
  );
}
