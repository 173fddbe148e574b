"use client";

import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";
import { useAction } from "@/components/ui/use-action";
import { markReplyReadAction } from "./actions";

/** Takes a reply from the list of those that somebody has to read. */
export function MarkReadButton({
  slug,
  caseId,
  replyId,
  number,
  focusOn,
}: {
  slug: string;
  caseId: string;
  replyId: string;
  number: string;
  /** Id of what gets the focus when this button is gone. */
  focusOn: string;
}) {
  const t = useText();
  const { pending, run } = useAction("toast");
  return (
    <Button
      size="sm"
      isDisabled={pending}
      aria-label={t("case.markReadNamed", { number })}
      onPress={() =>
        run(
          () => markReplyReadAction(slug, { caseId, replyId }),
          () => {
            showToast(t("case.markedRead", { number }));
            document.getElementById(focusOn)?.focus();
          },
        )
      }
    >
      {t("case.markRead")}
    </Button>
  );
}
