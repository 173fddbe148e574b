"use client";

import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import { Dialog } from "@/components/ui/dialog";
import type { Why } from "@/core/sentence/why-sentences";

/** “Why?” of one entry, in three lines. */
export function WhyButton({ why, sentence }: { why: Why; sentence: string }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const lines = [
    [t("case.whatHappened"), why.happened],
    [t("case.whichRule"), why.rule],
    [t("case.whatWouldChange"), why.change],
  ] as const;
  return (
    <>
      <button
        type="button"
        data-why=""
        aria-keyshortcuts="y"
        className="inline-flex min-h-6 cursor-pointer items-center rounded-sm text-xs text-ft-3 hover:text-ft-1 pointer-coarse:min-h-11"
        onClick={() => setOpen(true)}
      >
        {t("case.why")}
        <span className="sr-only"> {sentence}</span>
      </button>
      {open ? (
        <Dialog open onOpenChange={setOpen} title={t("case.why")}>
          <dl className="grid gap-3">
            {lines.map(([term, text]) => (
              <div key={term}>
                <dt className="text-xs font-medium text-ft-3">{term}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </Dialog>
      ) : null}
    </>
  );
}
