"use client";

import { useText } from "@/components/text/text-provider";
import { Note } from "@/components/ui/note";
import type { FileProblem } from "@/server/workflows/parse-text";

/** Why a file is no workflow, place by place; each leads to its line in the text. */
export function ProblemList({
  problems,
  total,
  onGoTo,
}: {
  problems: readonly FileProblem[];
  total: number;
  onGoTo: (line: number, column: number) => void;
}) {
  const t = useText();
  return (
    <section className="grid gap-3" aria-labelledby="import-problems">
      <Note tone="failed">
        <h2 id="import-problems" className="font-semibold">
          {t("newworkflow.importRefused", { n: total })}
        </h2>
        <p>{t("newworkflow.importKept")}</p>
      </Note>
      <ol className="grid border-y border-ft-subtle bg-ft-surface">
        {problems.map(({ path, message, line, column }) => (
          <li
            key={`${path} ${line} ${message}`}
            className="grid gap-x-4 gap-y-1 border-t border-ft-subtle px-4 py-2 first:border-t-0 sm:grid-cols-[minmax(0,1fr)_auto]"
          >
            <div className="min-w-0">
              {path === "" ? null : <code className="break-all text-xs text-ft-2">{path}</code>}
              <p className="break-words">{message}</p>
            </div>
            {line === null || column === null ? null : (
              <button
                type="button"
                className="ft-link min-h-6 justify-self-start text-xs pointer-coarse:min-h-11"
                onClick={() => onGoTo(line, column)}
              >
                {t("newworkflow.importAt", { line, column })}
              </button>
            )}
          </li>
        ))}
      </ol>
      {total > problems.length ? (
        <p className="text-ft-2">{t("newworkflow.importMore", { n: total - problems.length })}</p>
      ) : null}
    </section>
  );
}
