"use client";

import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { PresenceNotes } from "../presence/presence-notes";
import type { Presence } from "../presence/use-presence";
import type { useAutosave } from "../use-autosave";
import type { Published } from "../use-publishing";

/** What stands above the plan: what was published, who writes, and whether it is saved. */
export function EditorNotices({
  saving,
  presence,
  mayEdit,
  published,
  onRollBack,
}: {
  saving: ReturnType<typeof useAutosave>;
  presence: Presence;
  mayEdit: boolean;
  published: Published | null;
  onRollBack: () => void;
}) {
  const t = useText();
  const { save, other } = saving;
  return (
    <div className="ft-editor-notices">
      {published === null ? null : (
        <Note tone="resolved">
          {t("editor.firstCase", { version: published.version })}{" "}
          {published.before === null ? null : (
            <Button size="sm" onPress={onRollBack}>
              {t("editor.rollBack", { version: published.before })}
            </Button>
          )}
        </Note>
      )}
      {mayEdit ? null : <Note>{t("editor.readOnlyRole")}</Note>}
      <PresenceNotes presence={presence} mayEdit={mayEdit} />
      {save.is === "changed" && !other ? (
        <Note tone="due">
          {save.by === null ? t("editor.changedBy") : t("editor.changedByWho", { name: save.by })}{" "}
          <Button size="sm" onPress={() => void saving.load()}>
            {t("editor.review")}
          </Button>{" "}
          <Button size="sm" onPress={() => void saving.keepMine()}>
            {t("editor.keepMine")}
          </Button>
        </Note>
      ) : null}
      {save.is === "failed" ? (
        <Note tone="failed">
          {t("editor.saveFailed", { why: save.why })}{" "}
          <Button size="sm" onPress={saving.retry}>
            {t("editor.retry")}
          </Button>
        </Note>
      ) : null}
    </div>
  );
}
