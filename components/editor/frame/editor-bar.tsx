"use client";

import { History, Play, Redo2, Undo2 } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { useLocale, useText } from "@/components/text/text-provider";
import { Button, IconButton } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { clockText } from "@/components/ui/time-text";
import type { SaveState } from "../draft-saver";
import { useDocument, useEditor, useWorld } from "../editor-context";
import { doneWords } from "../plan/happened-words";
import { SaveWords } from "./save-words";

type Props = {
  backHref: string;
  save: SaveState;
  liveVersion: number | null;
  hasDraft: boolean;
  /** Who else has this editor open. */
  viewers: ReactNode;
  onSimulate: (() => void) | null;
  onPublish: () => void;
  canPublish: boolean;
  onDiscard: (() => void) | null;
};

/** The head of the editor: what is edited, whether it is stored, back and forth, and out into the world. */
export function EditorBar(props: Props) {
  const { backHref, save, liveVersion, hasDraft, onSimulate, onPublish, canPublish } = props;
  const t = useText();
  const { name } = useDocument();
  const { store, readOnly } = useWorld();
  const history = useEditor((state) => state.history);
  const canUndo = history.now > 0;
  const canRedo = history.now < history.snapshots.length - 1;
  const about = [
    liveVersion === null
      ? t("editor.draft")
      : hasDraft
        ? t("editor.draftOf", { next: liveVersion + 1 })
        : t("editor.sameAsLive", { version: liveVersion }),
    liveVersion === null
      ? t("editor.neverPublished")
      : hasDraft
        ? t("editor.liveIs", { version: liveVersion })
        : "",
  ].filter(Boolean);
  return (
    <header className="ft-editor-bar">
      <div className="min-w-0">
        <p className="truncate text-xs text-ft-3">
          <Link href={backHref} className="hover:text-ft-1 hover:underline">
            {t("editor.back")}
          </Link>
          {` · ${about.join(" · ")} · `}
          <span className="ft-save">
            <SaveWords save={save} />
          </span>
        </p>
        <h1 className="ft-page-title">{name}</h1>
      </div>
      <div className="ms-auto flex flex-wrap items-center gap-2">
        {props.viewers}
        <IconButton
          label={t("editor.undo")}
          keys="mod+z"
          isDisabled={readOnly || !canUndo}
          onPress={() => store.undo()}
        >
          <Undo2 aria-hidden="true" />
        </IconButton>
        <IconButton
          label={t("editor.redo")}
          keys="mod+shift+z"
          isDisabled={readOnly || !canRedo}
          onPress={() => store.redo()}
        >
          <Redo2 aria-hidden="true" />
        </IconButton>
        <HistoryMenu onDiscard={props.onDiscard} />
        {onSimulate ? (
          <Button onPress={onSimulate}>
            <Play aria-hidden="true" size={16} />
            {t("editor.simulate")}
          </Button>
        ) : null}
        <Button look="primary" isDisabled={!canPublish} onPress={onPublish}>
          {t("editor.publish")}
        </Button>
      </div>
    </header>
  );
}

/** What was done in this draft, newest first; choosing one shows the document as it was then. */
function HistoryMenu({ onDiscard }: { onDiscard: (() => void) | null }) {
  const t = useText();
  const locale = useLocale();
  const { store, readOnly, viewerZone } = useWorld();
  const { snapshots, now } = useEditor((state) => state.history);
  const items = snapshots
    .map(({ done, at }, i) => ({
      id: `${i}`,
      label: done ? doneWords(done, { t }) : t("editor.opened"),
      note: clockText(at, viewerZone, locale),
      disabled: readOnly,
    }))
    .toReversed();
  const discard = onDiscard ? [{ items: [{ id: "discard", label: t("editor.discard") }] }] : [];
  return (
    <Menu
      label={t("editor.history")}
      align="end"
      selected={[`${now}`]}
      sections={[...discard, { heading: t("editor.jumpTo"), items }]}
      onAction={(id) => (id === "discard" ? onDiscard?.() : store.jump(Number(id)))}
      trigger={
        <IconButton label={t("editor.history")}>
          <History aria-hidden="true" />
        </IconButton>
      }
    />
  );
}
