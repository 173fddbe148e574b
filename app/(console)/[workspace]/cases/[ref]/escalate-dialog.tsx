"use client";

import { useEffect, useState } from "react";
import { Note } from "@/components/ui/note";
import { Skeleton } from "@/components/ui/skeleton";
import { escalateAction, escalationPreview } from "./actions";
import { useVerb } from "./use-verb";
import { VerbDialog, type VerbProps } from "./verb-dialog";

type Preview = { refused: string | null; level: number; told: string[] };

export function EscalateDialog({
  number,
  level,
  slug,
  onClose,
  ...seen
}: VerbProps & { number: string; level: number }) {
  const { pending, error, run, forget } = useVerb();
  const [preview, setPreview] = useState<Preview>();
  const { caseId } = seen;
  useEffect(() => {
    let current = true;
    escalationPreview(slug, { caseId }).then((result) => {
      if (!current) return;
      setPreview(result.ok ? result.value : { refused: result.message, level: 0, told: [] });
    });
    return () => {
      current = false;
    };
  }, [slug, caseId]);
  const submit = () => run(() => escalateAction(slug, { ...seen, expectedLevel: level }), onClose);
  return (
    <VerbDialog
      title={`Escalate ${number} now`}
      verb="Escalate case"
      focusCancel
      disabled={!preview || preview.refused !== null}
      {...{ pending, error, onClose }}
      onForget={forget}
      onSubmit={submit}
    >
      {preview ? <PreviewText {...preview} /> : <Skeleton height={20} width="80%" />}
    </VerbDialog>
  );
}

function PreviewText({ refused, level, told }: Preview) {
  if (refused) return <Note tone="due">{refused}</Note>;
  if (told.length === 0) {
    return <p>It moves to level {level}. Nobody of that level can be told by a message.</p>;
  }
  return (
    <>
      <p>It moves to level {level}. These people are told at once:</p>
      <ul className="list-disc ps-5">
        {told.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </>
  );
}
