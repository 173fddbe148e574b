"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { useText } from "@/components/text/text-provider";
import { answerOf } from "@/components/ui/action-answer";
import { Note } from "@/components/ui/note";
import { Skeleton } from "@/components/ui/skeleton";
import { useAction } from "@/components/ui/use-action";
import { escalateAction } from "./actions";
import { escalationPreview } from "./preview-actions";
import { VerbDialog, type VerbProps } from "./verb-dialog";

type Preview = { refused: string | null; level: number; told: string[] };

export function EscalateDialog({
  number,
  level,
  slug,
  onClose,
  ...seen
}: VerbProps & { level: number }) {
  const t = useText();
  const { pending, failure, run, forget } = useAction();
  const [preview, setPreview] = useState<Preview>();
  const { caseId, revision } = seen;
  const ask = useEffectEvent((of: string, id: string) =>
    answerOf(() => escalationPreview(of, { caseId: id }), t, "ui.noAnswerToast"),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision may stand at another level.
  useEffect(() => {
    let current = true;
    ask(slug, caseId).then((result) => {
      if (!current) return;
      setPreview(result.ok ? result.value : { refused: result.message, level: 0, told: [] });
    });
    return () => {
      current = false;
    };
  }, [slug, caseId, revision]);
  const submit = () => run(() => escalateAction(slug, { ...seen, expectedLevel: level }), onClose);
  return (
    <VerbDialog
      title={t("case.escalateTitle", { number })}
      verb={t("case.escalateVerb")}
      focusCancel
      disabled={!preview || preview.refused !== null}
      {...{ pending, failure, onClose }}
      onForget={forget}
      onSubmit={submit}
    >
      {preview ? <PreviewText {...preview} /> : <Skeleton height={20} width="80%" />}
    </VerbDialog>
  );
}

function PreviewText({ refused, level, told }: Preview) {
  const t = useText();
  if (refused) return <Note tone="due">{refused}</Note>;
  if (told.length === 0) return <p>{t("case.escalateNobody", { level })}</p>;
  return (
    <>
      <p>{t("case.escalateTold", { level, n: told.length })}</p>
      <ul className="list-disc ps-5">
        {told.map((name) => (
          <li key={name} className="font-medium">
            {name}
          </li>
        ))}
      </ul>
    </>
  );
}
