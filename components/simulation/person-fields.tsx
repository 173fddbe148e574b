"use client";

import { useMemo } from "react";
import { languageChoices } from "@/components/settings/language-choices";
import { zoneChoices } from "@/components/settings/zone-choices";
import { CheckboxField, SelectField, TextField } from "@/components/ui/field";
import { zoneLabel } from "@/components/ui/time-text";
import { Channel } from "@/core/template/channel";
import type { MadeUp } from "./address";
import { isSame, QUICK, quickPerson } from "./people";
import type { Sim } from "./use-simulation";

const QUICK_MARK = "quick ";
const OWN = "own ";
const NAME_CHARS_MAX = 120;

/** Whom the case is about: somebody of the workspace, or somebody made up. */
export function PersonField({ sim }: { sim: Sim }) {
  const { t, locale, facts, editorFacts, now, change } = sim;
  const { person } = now;
  const quick = QUICK.map(({ text }, i) => ({ text: t(text), person: quickPerson(i, t) }));
  const quickAt = quick.findIndex((each) => isSame(person, each.person));
  const value = "id" in person ? person.id : quickAt >= 0 ? `${QUICK_MARK}${quickAt}` : OWN;
  const shown = editorFacts.people.filter(({ id }) => facts.people.has(id));
  const isListed = !("id" in person) || shown.some(({ id }) => id === person.id);
  const labelOf = (id: string) => {
    const known = facts.people.get(id);
    const zone = known?.timeZone ?? facts.workspace.timeZone;
    return t("simulation.personOption", {
      name: known?.name ?? id,
      city: zoneLabel(zone),
      language: known?.locale ?? facts.workspace.locale,
    });
  };
  const choose = (next: string) => {
    if (next.startsWith(QUICK_MARK)) {
      return change({ person: quickPerson(Number(next.slice(QUICK_MARK.length)), t) });
    }
    if (next !== OWN) return change({ person: { id: next } });
    const name = t("simulation.somebody");
    change({ person: { name, timeZone: now.zone, locale: languageOf(sim) } });
  };
  return (
    <SelectField
      label={t("simulation.person")}
      value={value}
      lang={locale}
      onChange={({ target }) => choose(target.value)}
    >
      {shown.length > 0 || !isListed ? (
        <optgroup label={t("simulation.people")}>
          {"id" in person && !isListed ? (
            <option value={person.id}>{labelOf(person.id)}</option>
          ) : null}
          {shown.map(({ id }) => (
            <option key={id} value={id}>
              {labelOf(id)}
            </option>
          ))}
        </optgroup>
      ) : null}
      <optgroup label={t("simulation.madeUp")}>
        {quick.map(({ text }, i) => (
          <option key={text} value={`${QUICK_MARK}${i}`}>
            {text}
          </option>
        ))}
        <option value={OWN}>
          {value === OWN && !("id" in person) ? person.name : t("simulation.makeUp")}
        </option>
      </optgroup>
    </SelectField>
  );
}

const languageOf = ({ facts, now: { person } }: Sim): string =>
  ("id" in person ? facts.people.get(person.id)?.locale : person.locale) ?? facts.workspace.locale;

/** What somebody made up is like; nothing for people of the workspace. */
export function MadeUpFields({ sim }: { sim: Sim }) {
  const { t, locale, now, change, facts } = sim;
  const { person } = now;
  const zone = "id" in person ? "" : person.timeZone;
  const kept = "id" in person ? undefined : person.locale;
  const zones = useMemo(() => zoneChoices(zone || "UTC"), [zone]);
  const languages = useMemo(() => languageChoices(locale, kept ? [kept] : []), [locale, kept]);
  if ("id" in person) return null;
  const edit = (patch: Partial<MadeUp>) => change({ person: { ...person, ...patch } });
  const off = person.channelsOff ?? [];
  const { quietHours } = person;
  return (
    <details className="rounded-md border border-ft-subtle bg-ft-surface px-3 py-2">
      <summary className="cursor-pointer text-xs text-ft-2">
        {t("simulation.whoIsMadeUp", { name: person.name, city: zoneLabel(person.timeZone) })}
      </summary>
      <div className="mt-3 grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <TextField
          label={t("simulation.name")}
          value={person.name}
          maxLength={NAME_CHARS_MAX}
          onChange={({ target }) => target.value !== "" && edit({ name: target.value })}
        />
        <SelectField
          label={t("simulation.zone")}
          value={person.timeZone}
          onChange={({ target }) => edit({ timeZone: target.value })}
        >
          {zones.map(({ region, zones: some }) => (
            <optgroup key={region} label={region}>
              {some.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </optgroup>
          ))}
        </SelectField>
        <SelectField
          label={t("simulation.language")}
          value={person.locale ?? facts.workspace.locale}
          onChange={({ target }) => edit({ locale: target.value })}
        >
          {languages.map(({ tag, name }) => (
            <option key={tag} value={tag}>
              {name}
            </option>
          ))}
        </SelectField>
        <fieldset className="grid content-start gap-2">
          <legend className="ft-label">{t("simulation.quiet")}</legend>
          <div className="flex items-center gap-2">
            <input
              type="time"
              className="ft-input"
              aria-label={t("simulation.quietFrom")}
              value={quietHours?.from ?? ""}
              onChange={({ target }) =>
                edit({ quietHours: quietOf(target.value, quietHours?.to ?? "08:00") })
              }
            />
            <span aria-hidden="true">–</span>
            <input
              type="time"
              className="ft-input"
              aria-label={t("simulation.quietTo")}
              value={quietHours?.to ?? ""}
              onChange={({ target }) =>
                edit({ quietHours: quietOf(quietHours?.from ?? "20:00", target.value) })
              }
            />
          </div>
        </fieldset>
        <fieldset className="grid gap-1 sm:col-span-2 lg:col-span-4">
          <legend className="ft-label">{t("simulation.channels")}</legend>
          <div className="flex flex-wrap gap-x-4 gap-y-2">
            {Channel.options.map((channel) => (
              <CheckboxField
                key={channel}
                label={t("simulation.channel", { channel })}
                checked={!off.includes(channel)}
                onChange={({ target }) =>
                  edit({
                    channelsOff: target.checked
                      ? off.filter((other) => other !== channel)
                      : [...off, channel],
                  })
                }
              />
            ))}
          </div>
        </fieldset>
      </div>
    </details>
  );
}

const quietOf = (from: string, to: string) => (from && to ? { from, to } : undefined);
