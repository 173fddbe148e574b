"use client";

import { ArrowUp, X } from "lucide-react";
import { useId } from "react";
import { SavedMark } from "@/components/settings/saved-mark";
import { useSaved } from "@/components/settings/use-saved";
import { useText } from "@/components/text/text-provider";
import { Button, IconButton } from "@/components/ui/button";
import { saveSettingsAction } from "../actions";

/** The languages in order, the fallback first; saved at every change. */
export function LocaleList({
  slug,
  locked,
  locales,
  choices,
}: {
  slug: string;
  locked: boolean;
  locales: readonly string[];
  choices: readonly { tag: string; name: string }[];
}) {
  const t = useText();
  const id = useId();
  const { value, status, commit, undo } = useSaved([...locales], (next) =>
    saveSettingsAction(slug, { locales: next }),
  );
  const nameOf = (tag: string) => choices.find((choice) => choice.tag === tag)?.name ?? tag;
  const without = (tag: string) => value.filter((other) => other !== tag);
  return (
    <div className="grid max-w-160 gap-3">
      <div className="flex justify-between gap-3">
        <h2 className="text-base font-semibold">{t("settings.languages")}</h2>
        <SavedMark status={status} undo={undo} field={t("settings.languages")} />
      </div>
      <ol className="divide-y divide-ft-subtle border-y border-ft-subtle">
        {value.map((tag, index) => (
          <li key={tag} className="flex min-h-(--ft-row) flex-wrap items-center gap-2 py-1">
            <span className="min-w-0 flex-1">
              {nameOf(tag)} <code className="text-xs text-ft-3">{tag}</code>
              {index === 0 ? (
                <span className="ms-2 text-xs text-ft-2">{t("settings.fallback")}</span>
              ) : null}
            </span>
            {locked || index === 0 ? null : (
              <>
                <Button
                  size="sm"
                  aria-label={t("settings.makeFallbackOf", { language: nameOf(tag) })}
                  onPress={() => void commit([tag, ...without(tag)])}
                >
                  <ArrowUp aria-hidden="true" />
                  {t("settings.makeFallback")}
                </Button>
                <IconButton
                  size="sm"
                  label={t("settings.removeLanguage", { language: nameOf(tag) })}
                  onPress={() => void commit(without(tag))}
                >
                  <X aria-hidden="true" />
                </IconButton>
              </>
            )}
          </li>
        ))}
      </ol>
      {status.kind === "failed" ? (
        <p role="alert" className="ft-field-error">
          {status.message}
        </p>
      ) : null}
      {locked ? null : (
        <form
          className="flex flex-wrap items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            const tag = String(new FormData(event.currentTarget).get("tag") ?? "");
            if (tag !== "" && !value.includes(tag)) void commit([...value, tag]);
          }}
        >
          <div className="ft-field min-w-0 flex-1 basis-48">
            <label className="ft-label" htmlFor={id}>
              {t("settings.addLanguage")}
            </label>
            <select id={id} name="tag" className="ft-input" key={value.join()}>
              {choices
                .filter(({ tag }) => !value.includes(tag))
                .map(({ tag, name }) => (
                  <option key={tag} value={tag}>
                    {name}
                  </option>
                ))}
            </select>
          </div>
          <Button type="submit">{t("common.add")}</Button>
        </form>
      )}
      <p className="ft-hint">{t("settings.fallbackOrder")}</p>
    </div>
  );
}
