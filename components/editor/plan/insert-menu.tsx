"use client";

import { Command } from "cmdk";
import { Search } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { useText } from "@/components/text/text-provider";
import { LightDialog } from "@/components/ui/light-dialog";
import type { Gap } from "@/core/workflow/edit/list-at";
import { useWorld } from "../editor-context";
import { CHOICES, type ChoiceId, GROUPS, stepFor } from "./insert-choices";
import { KindIcon } from "./kind-icon";

const FIGURES_MAX = 9;

/** The searchable list of what can be added at a gap; figures choose, so does Enter. */
export function InsertMenu({
  gap,
  words,
  onClose,
}: {
  gap: Gap;
  /** “after 2.1 Wait, in Reminder”. */
  words: string;
  onClose: () => void;
}) {
  const t = useText();
  const { store, facts } = useWorld();
  const [query, setQuery] = useState("");
  const title = t("editor.insertTitle", { place: words });
  const choose = (choice: ChoiceId) => {
    const { definition, contents } = store.document;
    const place = { id: store.newId(), definition, facts, contents: Object.keys(contents) };
    onClose();
    const edited = store.edit({ do: "insert", at: gap, steps: [stepFor(choice, place)] });
    if (edited.ok) store.wish("inspector");
  };
  const pressed = (event: KeyboardEvent) => {
    const figure = Number(event.key);
    const choice = CHOICES[figure - 1];
    if (query !== "" || !(figure >= 1 && figure <= FIGURES_MAX) || !choice) return;
    event.preventDefault();
    choose(choice.id);
  };
  const shown = CHOICES.filter(({ id }) => {
    const text = `${t("editor.choice", { choice: id })} ${t("editor.choiceNote", { choice: id })}`;
    return query === "" || text.toLowerCase().includes(query.toLowerCase());
  });
  return (
    <LightDialog label={title} onClose={onClose}>
      <Command shouldFilter={false} vimBindings={false} loop label={title} onKeyDown={pressed}>
        <p className="px-4 pt-3 text-xs text-ft-3">{title}</p>
        <div className="flex items-center gap-2 border-b border-ft-subtle px-4">
          <Search aria-hidden="true" size={16} className="shrink-0 text-ft-3" />
          <Command.Input
            value={query}
            onValueChange={setQuery}
            placeholder={t("editor.search")}
            aria-label={t("editor.search")}
            className="ft-palette-input"
          />
        </div>
        <Command.List label={title} className="ft-palette-list">
          {GROUPS.map((group) => {
            const items = shown.filter((choice) => choice.group === group);
            if (items.length === 0) return null;
            return (
              <Command.Group key={group} heading={t("editor.group", { group })}>
                {items.map(({ id }) => {
                  const figure = CHOICES.findIndex((choice) => choice.id === id) + 1;
                  return (
                    <Command.Item
                      key={id}
                      value={id}
                      className="ft-palette-row"
                      onSelect={() => choose(id)}
                    >
                      <KindIcon kind={id} />
                      <span>{t("editor.choice", { choice: id })}</span>
                      <span className="min-w-0 flex-1 truncate text-xs text-ft-3">
                        {t("editor.choiceNote", { choice: id })}
                      </span>
                      {figure <= FIGURES_MAX ? <kbd className="ft-kbd">{figure}</kbd> : null}
                    </Command.Item>
                  );
                })}
              </Command.Group>
            );
          })}
          <Command.Empty className="px-4 py-3 text-ft-3">{t("editor.nothingFits")}</Command.Empty>
        </Command.List>
      </Command>
    </LightDialog>
  );
}
