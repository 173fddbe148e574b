"use client";

import { useMemo, useState } from "react";
import { useText } from "@/components/text/text-provider";
import type { EditorActions } from "../editor-actions";
import type { Checks } from "./checks-context";

/** What an editor does with its checks. A check is accepted as it is stored, so the draft is stored first. */
export function useChecksOf({
  actions,
  flush,
  readOnly,
  markOf,
  viewerZone,
}: {
  actions: Pick<EditorActions, "acceptCheck" | "takeBackAcceptance">;
  flush: () => Promise<boolean>;
  readOnly: boolean;
  markOf: Checks["markOf"];
  viewerZone: string;
}): Checks {
  const t = useText();
  const [now] = useState(() => Date.now());
  return useMemo(
    () => ({
      markOf,
      clock: { now, viewerZone },
      takeBack: readOnly ? null : (check) => actions.takeBackAcceptance({ check }),
      accept: readOnly
        ? null
        : async (check, note) => {
            if (await flush()) return actions.acceptCheck({ check, note });
            return { ok: false, message: t("checks.notStored") };
          },
    }),
    [actions, flush, readOnly, markOf, now, viewerZone, t],
  );
}
