"use client";

import { useEffect, useRef, useState } from "react";
import { useText } from "@/components/text/text-provider";
import { SECOND_MS } from "@/core/time";

/** What a save answers. */
export type SaveResult = { ok: true } | { ok: false; message: string };

export type SaveStatus =
  | { kind: "idle" }
  | { kind: "saving" }
  | { kind: "saved" }
  | { kind: "failed"; message: string };

const UNDO_MS = 10 * SECOND_MS;

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/**
 * A value that saves itself: `edit` changes what is shown, `commit` saves it when it differs from
 * what is stored, `undo` puts the last stored value back for ten seconds.
 */
export function useSaved<T>(initial: T, save: (value: T) => Promise<SaveResult>) {
  const t = useText();
  const [value, edit] = useState(initial);
  const [status, setStatus] = useState<SaveStatus>({ kind: "idle" });
  const stored = useRef(initial);
  const [before, setBefore] = useState(initial);
  const turn = useRef(0);

  useEffect(() => {
    if (status.kind !== "saved") return;
    const timer = setTimeout(() => setStatus({ kind: "idle" }), UNDO_MS);
    return () => clearTimeout(timer);
  }, [status]);

  const commit = async (next: T): Promise<boolean> => {
    edit(next);
    turn.current += 1;
    const mine = turn.current;
    if (same(next, stored.current)) {
      setStatus({ kind: "idle" });
      return true;
    }
    setStatus({ kind: "saving" });
    const result = await save(next).catch(
      (): SaveResult => ({ ok: false, message: t("settings.notSaved") }),
    );
    const previous = stored.current;
    if (result.ok) stored.current = next;
    // A later change is under way: it says how it ended.
    if (mine !== turn.current) return result.ok;
    if (result.ok) {
      setBefore(previous);
      setStatus({ kind: "saved" });
    } else {
      setStatus({ kind: "failed", message: result.message });
    }
    return result.ok;
  };

  return { value, status, edit, commit, undo: () => void commit(before) };
}
