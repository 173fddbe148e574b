"use client";

import { Columns2, Languages, Plus, Trash2 } from "lucide-react";
import { languageChoices } from "@/components/settings/language-choices";
import { useLocale, useText } from "@/components/text/text-provider";
import { Button, IconButton } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { Note } from "@/components/ui/note";
import { useContent } from "./editor-context";
import { Segments } from "./segments";

const OWN = "";

/** One language at a time, with those that are missing and those that may be out of date. */
export function LanguageTabs({
  tags,
  tag,
  onTag,
  home,
  behind,
  sideBySide,
  onSideBySide,
  onUpToDate,
  missing,
  onAdd,
  onRemove,
}: {
  tags: readonly string[];
  /** Null: the template's own. */
  tag: string | null;
  onTag: (next: string | null) => void;
  /** The language of the template's own words: the workspace's. */
  home: string;
  /** By language: how many texts changed since they were translated. */
  behind: ReadonlyMap<string, number>;
  sideBySide: boolean;
  onSideBySide: (next: boolean) => void;
  onUpToDate: (tag: string) => void;
  missing: readonly string[];
  onAdd: (tag: string) => void;
  onRemove: (tag: string) => void;
}) {
  const t = useText();
  const locale = useLocale();
  const { readOnly } = useContent();
  const choices = languageChoices(locale, [home, ...tags, ...missing]);
  const nameOf = (of: string) => choices.find((each) => each.tag === of)?.name ?? of;
  const options = [
    { value: OWN, label: t("contents.ownLanguage", { language: nameOf(home) }) },
    ...tags.map((each) => ({
      value: each,
      label: behind.get(each)
        ? t("contents.languageBehind", { language: nameOf(each), n: behind.get(each) ?? 0 })
        : nameOf(each),
    })),
  ];
  const changed = tag === null ? 0 : (behind.get(tag) ?? 0);
  const addable = choices.filter((each) => each.tag !== home && !tags.includes(each.tag));
  const isWanted = (each: { tag: string }) => missing.includes(each.tag);
  const item = (each: { tag: string; name: string }) => ({
    id: each.tag,
    label: each.name,
    note: each.tag,
  });
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <Languages aria-hidden="true" size={16} className="text-ft-3" />
        <Segments
          label={t("contents.language")}
          options={options}
          value={tag ?? OWN}
          onChange={(next) => onTag(next === OWN ? null : next)}
        />
        {tags.length === 0 ? null : (
          <button
            type="button"
            className="ft-chip"
            aria-pressed={sideBySide}
            onClick={() => onSideBySide(!sideBySide)}
          >
            <Columns2 aria-hidden="true" size={14} />
            {t("contents.sideBySide")}
          </button>
        )}
        {readOnly ? null : (
          <Menu
            label={t("contents.addLanguage")}
            trigger={
              <Button size="sm" look="tertiary">
                <Plus aria-hidden="true" />
                {t("contents.addLanguage")}
              </Button>
            }
            sections={[
              ...(addable.some(isWanted)
                ? [{ heading: t("contents.readHere"), items: addable.filter(isWanted).map(item) }]
                : []),
              {
                heading: t("contents.allLanguages"),
                items: addable.filter((each) => !isWanted(each)).map(item),
              },
            ]}
            onAction={onAdd}
          />
        )}
        {readOnly || tag === null ? null : (
          <IconButton
            label={t("contents.removeLanguage", { language: nameOf(tag) })}
            size="sm"
            onPress={() => onRemove(tag)}
          >
            <Trash2 aria-hidden="true" />
          </IconButton>
        )}
      </div>
      {missing.length > 0 ? (
        <p className="ft-hint">
          {t("contents.languagesMissing", {
            n: missing.length,
            languages: new Intl.ListFormat(locale).format(missing.map(nameOf)),
            own: nameOf(home),
          })}
        </p>
      ) : null}
      {tag !== null && changed > 0 ? (
        <Note tone="due">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span>{t("contents.behindNote", { own: nameOf(home), n: changed })}</span>
            {readOnly ? null : (
              <Button size="sm" onPress={() => onUpToDate(tag)}>
                {t("contents.markAllUpToDate")}
              </Button>
            )}
          </div>
        </Note>
      ) : null}
    </div>
  );
}
