"use client";

import { Ellipsis } from "lucide-react";
import { useState, useSyncExternalStore } from "react";
import { Keys } from "@/components/shortcuts/key-caps";
import { useText } from "@/components/text/text-provider";
import { IconButton } from "@/components/ui/button";
import { Menu, type MenuItem } from "@/components/ui/menu";
import type { OutlineNode } from "@/core/workflow/edit/outline";
import { useWorld } from "../editor-context";
import { shortName } from "./plan-words";
import type { Commands } from "./use-commands";
import { useReader } from "./use-reader";

const NEVER = () => () => {};
/** A finger gives no notice before it presses. */
const coarse = () => window.matchMedia("(pointer: coarse)").matches;
const fine = () => false;

/** Everything that can be done to a step or stage, for pointers and for whoever looks it up. */
export function NodeMenu({
  node,
  commands,
  tabbable,
}: {
  node: OutlineNode;
  commands: Commands;
  tabbable: boolean;
}) {
  const t = useText();
  const reader = useReader();
  const { store, readOnly } = useWorld();
  const isCoarse = useSyncExternalStore(NEVER, coarse, fine);
  const [isWanted, setWanted] = useState(false);
  if (node.type === "way" || (node.type === "stage" && node.ending)) return null;
  const label =
    node.type === "step"
      ? t("editor.menuOf", { step: shortName(node, reader) })
      : t("editor.stageMenu", { name: node.name });
  // A menu is dear to draw: one that nobody is near to is only its button.
  if (!tabbable && !isWanted && !isCoarse) {
    return (
      <button
        type="button"
        className="ft-plan-menu ft-plan-menu-asleep"
        aria-label={label}
        aria-haspopup="menu"
        tabIndex={-1}
        onPointerEnter={() => setWanted(true)}
        onFocus={() => setWanted(true)}
      >
        <Ellipsis aria-hidden="true" size={16} />
      </button>
    );
  }
  const item = (id: string, text: string, note?: string): MenuItem => ({
    id,
    label: text,
    ...(note && { note: <Keys keys={note} /> }),
    disabled: readOnly && id !== "edit" && id !== "copy",
  });
  const sections: MenuItem[][] =
    node.type === "step"
      ? [
          [item("edit", t("editor.edit"), "enter")],
          [
            item("after", t("editor.insertAfter"), "n"),
            item("before", t("editor.insertBefore"), "shift+n"),
            item("wrap", t("editor.wrap")),
          ],
          [
            item("move", t("editor.move"), "m"),
            item("duplicate", t("editor.duplicate"), "mod+d"),
            item("copy", t("editor.copy"), "mod+c"),
            item("off", t(node.step.disabled ? "editor.enable" : "editor.disable"), "d"),
            item("rename", t("editor.rename"), "f2"),
            item("remove", t("editor.remove"), "delete"),
          ],
        ]
      : [
          [
            item("rename", t("editor.rename"), "f2"),
            item("up", t("editor.stageUp")),
            item("down", t("editor.stageDown")),
            item("add", t("editor.addStageAfter")),
            item("remove", t("editor.removeStage")),
          ],
        ];
  const { key } = node;
  const act = (id: string) => {
    store.set({ current: key });
    switch (id) {
      case "edit":
        return store.wish("inspector");
      case "after":
      case "before":
        return commands.insertBeside(key, id);
      case "wrap":
        commands.wrap(key);
        return store.wish("plan");
      case "move":
        commands.startMove(key);
        return store.wish("plan");
      case "duplicate":
        commands.duplicate(key);
        return store.wish("plan");
      case "copy": {
        const text = commands.copy(key);
        if (text) void navigator.clipboard?.writeText(text);
        return;
      }
      case "off":
        commands.toggleOff(key);
        return store.wish("plan");
      case "rename":
        return commands.rename(key);
      case "up":
      case "down":
        if (node.type === "stage") commands.moveStage(node.id, id === "up" ? -1 : 1);
        return store.wish("plan");
      case "add":
        return commands.addStage(key);
      default:
        commands.remove(key);
    }
  };
  return (
    <Menu
      label={label}
      align="end"
      sections={sections.map((items) => ({ items }))}
      onAction={act}
      trigger={
        <IconButton
          label={label}
          size="sm"
          className="ft-plan-menu"
          excludeFromTabOrder={!tabbable}
        >
          <Ellipsis aria-hidden="true" size={16} />
        </IconButton>
      }
    />
  );
}
