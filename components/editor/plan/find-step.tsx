"use client";

import { Command } from "cmdk";
import { Search } from "lucide-react";
import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import { LightDialog } from "@/components/ui/light-dialog";
import { stepsInOrder } from "@/core/workflow/edit/outline";
import { useOutline } from "../editor-context";
import { iconOf, KindIcon } from "./kind-icon";
import { stepName } from "./plan-words";
import type { Commands } from "./use-commands";
import { useReader } from "./use-reader";

const SHOWN_MAX = 50;

/** Finds a step by the words of its sentence and goes to it. */
export function FindStep({ commands, onClose }: { commands: Commands; onClose: () => void }) {
  const t = useText();
  const reader = useReader();
  const outline = useOutline();
  const [query, setQuery] = useState("");
  const words = query.toLowerCase().split(/\s+/);
  const found = stepsInOrder(outline)
    .map((node) => ({ node, name: stepName(node, reader) }))
    .filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)))
    .slice(0, SHOWN_MAX);
  const title = t("editor.find");
  return (
    <LightDialog label={title} onClose={onClose}>
      <Command shouldFilter={false} vimBindings={false} loop label={title}>
        <div className="flex items-center gap-2 border-b border-ft-subtle px-4">
          <Search aria-hidden="true" size={16} className="shrink-0 text-ft-3" />
          <Command.Input
            value={query}
            onValueChange={setQuery}
            placeholder={title}
            aria-label={title}
            className="ft-palette-input"
          />
        </div>
        <Command.List label={title} className="ft-palette-list">
          {found.map(({ node, name }) => (
            <Command.Item
              key={node.key}
              value={node.key}
              className="ft-palette-row"
              onSelect={() => {
                onClose();
                commands.focus(node.key);
              }}
            >
              <KindIcon kind={iconOf(node.step)} />
              <span className="min-w-0 truncate">{name}</span>
            </Command.Item>
          ))}
          <Command.Empty className="px-4 py-3 text-ft-3">{t("editor.nothingFits")}</Command.Empty>
        </Command.List>
      </Command>
    </LightDialog>
  );
}
