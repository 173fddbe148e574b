"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useEffectEvent, useState, useTransition } from "react";
import type { useAutosave } from "./use-autosave";

/** What was just published, and what was live before it. */
export type Published = { version: number; before: number | null };

/** The dialog that publishes what is stored; with `restore`, that version again. */
export type PublishDialogOf = (
  next: number,
  done: (version: number | null) => void,
  restore?: number,
) => ReactNode;

type Given = {
  saving: ReturnType<typeof useAutosave>;
  dialogOf: PublishDialogOf;
};

/** Publishing, and going back to what was live before: each in a dialog of its own. */
export function usePublishing({ saving, dialogOf }: Given) {
  const router = useRouter();
  const [open, setOpen] = useState<"publish" | "roll_back" | null>(null);
  const [published, setPublished] = useState<Published | null>(null);
  const [refreshing, refresh] = useTransition();
  const [isStale, setStale] = useState(false);
  const { liveVersion } = saving.draft;
  const doneWith = (next: (version: number) => Published | null) => (version: number | null) => {
    setOpen(null);
    if (version === null) return;
    setPublished(next(version));
    setStale(true);
    refresh(() => router.refresh());
  };
  const load = useEffectEvent(() => {
    setStale(false);
    // What was written meanwhile is stored first, so that loading shows it too.
    void saving.flush().then((isStored) => (isStored ? saving.load() : undefined));
  });
  // The contents of what was live are no longer the draft's own: the facts must know them first.
  useEffect(() => {
    if (isStale && !refreshing) load();
  }, [isStale, refreshing]);
  let dialog: ReactNode = null;
  if (open === "publish") {
    const done = doneWith((version) => ({ version, before: liveVersion }));
    dialog = dialogOf((liveVersion ?? 0) + 1, done);
  } else if (open === "roll_back" && published?.before != null) {
    dialog = dialogOf(
      published.version + 1,
      doneWith(() => null),
      published.before,
    );
  }
  return {
    published,
    dialog,
    publish: () => setOpen("publish"),
    rollBack: () => setOpen("roll_back"),
  };
}
