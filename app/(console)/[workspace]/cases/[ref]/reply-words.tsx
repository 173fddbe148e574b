import { caseNumber } from "@/components/cases/case-state";
import { forbiddenText } from "../../forbidden-text";
import type { PageView } from "../../page-view";
import type { LoadedCase } from "./load-case";
import { MarkReadButton } from "./mark-read-button";
import type { Line } from "./timeline-lines";

/** What somebody wrote, below the line that says what was made of it. */
export function ReplyWords({
  line,
  loaded,
  view,
}: {
  line: Line;
  loaded: LoadedCase;
  view: PageView;
}) {
  const { t, slug } = view;
  const reply = loaded.replies.get(String(line.params.reply));
  if (!reply) return null;
  const waits = reply.needsReading && reply.readAt === null;
  return (
    <div className="mt-1 grid justify-items-start gap-2">
      {reply.text === null ? (
        <p className="text-xs text-ft-3">{t("case.replyGone")}</p>
      ) : (
        <blockquote
          dir="auto"
          className="max-h-72 max-w-full overflow-auto border-s-2 border-ft-border ps-3 text-sm break-words whitespace-pre-wrap"
        >
          {reply.text === "" ? t("case.replyEmpty") : reply.text}
        </blockquote>
      )}
      {waits && forbiddenText(view, "act_on_cases") === null ? (
        <MarkReadButton
          slug={slug}
          caseId={loaded.row.id}
          replyId={reply.id}
          number={caseNumber(loaded.row.number)}
          focusOn={`${line.id}-words`}
        />
      ) : null}
      {waits ? null : reply.needsReading ? (
        <p className="text-xs text-ft-3">{t("case.replyRead")}</p>
      ) : null}
    </div>
  );
}
