"use client";

import { useEffect, useState } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { useAction } from "@/components/ui/use-action";
import type { CaseBefore } from "@/core/case/take-back";
import { SECOND_MS } from "@/core/time";
import { takeBackAction } from "./actions";

/** As long as the engine holds the confirmations of an operator's resolution back. */
const UNDO_S = 10;

/** After a resolution: what will leave, when, and the way back. */
export function UndoBanner({
  slug,
  caseId,
  confirmed,
  before,
  onClose,
}: {
  slug: string;
  caseId: string;
  confirmed: boolean;
  /** As the case stood before it was resolved. */
  before: CaseBefore;
  onClose: () => void;
}) {
  const t = useText();
  const { pending, failure, run } = useAction();
  const [left, setLeft] = useState(UNDO_S);
  useEffect(() => {
    if (left === 0) return;
    const timer = setTimeout(() => setLeft(left - 1), SECOND_MS);
    return () => clearTimeout(timer);
  }, [left]);
  const isOver = left === 0;
  return (
    <Note tone="resolved">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <p role="status">{t(confirmed ? "case.resolvedConfirmed" : "case.resolvedSilently")}</p>
        {isOver ? null : (
          <Button
            autoFocus
            size="sm"
            pending={pending}
            onPress={() =>
              run(
                () => takeBackAction(slug, { caseId, given: { verb: "resolve" }, before }),
                onClose,
              )
            }
          >
            {t("common.undo")}
          </Button>
        )}
        {isOver ? null : (
          <span aria-hidden="true" className="ft-figures">
            {t("ui.seconds", { n: left })}
          </span>
        )}
        <Button size="sm" look="tertiary" className="ms-auto" onPress={onClose}>
          {t("case.dismiss")}
        </Button>
        {failure ? <p role="alert">{failure.message}</p> : null}
      </div>
    </Note>
  );
}
