"use client";

import { useEffect, useRef, useState, useTransition } from "react";
import { useText } from "@/components/text/text-provider";
import { type ActionAnswer, answerOf } from "@/components/ui/action-answer";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { ACCEPTED_NOTE_MAX } from "@/core/workflow/problems/accepted";

/**
 * Accepts a check, after asking why. It stands in other forms too, so it is none itself: Enter
 * accepts, and does nothing else.
 */
export function AcceptCheck({
  message,
  onAccept,
}: {
  /** What the check says. */
  message: string;
  onAccept: (note: string) => Promise<ActionAnswer<unknown>>;
}) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const [note, setNote] = useState("");
  const [error, setError] = useState<string>();
  const [pending, start] = useTransition();
  const opener = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLDivElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    if (asking) field.current?.querySelector("input")?.focus();
    else if (wasAsking.current) opener.current?.querySelector("button")?.focus();
    wasAsking.current = asking;
  }, [asking]);
  if (!asking) {
    return (
      <div ref={opener}>
        <Button
          size="sm"
          aria-label={t("checks.acceptNamed", { message })}
          onPress={() => setAsking(true)}
        >
          {t("checks.accept")}
        </Button>
      </div>
    );
  }
  const accept = () => {
    if (pending) return;
    if (note.trim() === "") return setError(t("checks.noteMissing"));
    start(async () => {
      const answer = await answerOf(() => onAccept(note.trim()), t);
      if (!answer.ok) setError(answer.message);
    });
  };
  return (
    <div ref={field} className="grid basis-full gap-2 py-1">
      <TextField
        label={t("checks.noteLabel")}
        hint={t("checks.noteHint")}
        error={error}
        maxLength={ACCEPTED_NOTE_MAX}
        value={note}
        onChange={(event) => {
          setNote(event.target.value);
          setError(undefined);
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter" && event.key !== "Escape") return;
          event.preventDefault();
          event.stopPropagation();
          if (event.key === "Enter") accept();
          else setAsking(false);
        }}
      />
      <div className="flex flex-wrap gap-2">
        <Button size="sm" pending={pending} onPress={accept}>
          {t("checks.confirm")}
        </Button>
        <Button size="sm" look="tertiary" onPress={() => setAsking(false)}>
          {t("checks.cancel")}
        </Button>
      </div>
    </div>
  );
}
