"use client";

import { Plus } from "lucide-react";
import { useDeferredValue, useMemo, useRef, useState } from "react";
import type { PersonChoice } from "@/components/people/person-field";
import type { ZoneGroup } from "@/components/settings/zone-choices";
import { ZoneOptions } from "@/components/settings/zone-options";
import { SaveLine } from "@/components/teams/save-line";
import { useFirstWrong } from "@/components/teams/use-first-wrong";
import { useSeen } from "@/components/teams/use-seen";
import { useText } from "@/components/text/text-provider";
import { errorOf } from "@/components/ui/action-answer";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { moved } from "@/components/ui/moved";
import { Note } from "@/components/ui/note";
import { useAction } from "@/components/ui/use-action";
import type { Weekday } from "@/core/calendar/civil";
import { LAYERS_MAX, type Override, type RotaPlan } from "@/core/rota/rota";
import type { Instant } from "@/core/time";
import { isSame } from "@/core/workflow/compare/own";
import { saveRotaAction } from "../actions";
import { LayerCard } from "./layer-card";
import { draftOf, inputOf, newLayer, planOf, type RotaDraft } from "./rota-draft";
import { Timeline } from "./timeline";
import { useMovedFocus } from "./use-moved-focus";

export type RotaEditorProps = {
  slug: string;
  rotaKey: string;
  /** Null: it is not there yet. */
  saved: RotaPlan | null;
  fresh: { name: string; timeZone: string };
  overrides: readonly Override[];
  today: string;
  now: Instant;
  people: PersonChoice[];
  /** What people are called who are no longer among the choices. */
  names: Readonly<Record<string, string>>;
  zones: readonly ZoneGroup[];
  weekdays: Record<Weekday, string>;
  whyNot: string | null;
};

/** A rota's layers, and above them what they make of the next weeks while they are being changed. */
export function RotaEditor(props: RotaEditorProps) {
  const { slug, rotaKey: key, saved, fresh, overrides, today, now, people, names, whyNot } = props;
  const t = useText();
  const root = useRef<HTMLDivElement>(null);
  const focusOn = useMovedFocus(root);
  const [draft, setDraft] = useState<RotaDraft>(() =>
    saved
      ? draftOf(saved)
      : { ...fresh, layers: [newLayer(0, t("rotas.layerNamed", { n: 1 }), today)] },
  );
  const { pending, failure, run, forget } = useAction();
  useFirstWrong(root, failure);
  const { seen, stored } = useSeen(saved, failure);
  const looked = useDeferredValue(draft);
  const plan = useMemo(() => planOf(looked), [looked]);
  const isChanged = saved === null || !isSame(inputOf(draft), inputOf(draftOf(saved)));
  const nameOf = (id: string) => people.find((each) => each.id === id)?.name ?? names[id] ?? id;
  const locked = whyNot !== null;
  const change = (next: Partial<RotaDraft>) => {
    forget();
    setDraft({ ...draft, ...next });
  };
  const { layers } = draft;
  const errorAt = (path: string) => errorOf(failure, `rota.${path}`);
  /** Also what is wrong with something inside of it. */
  const errorIn = (path: string) => {
    const inside = failure?.errors.find((error) => error.path.startsWith(`rota.${path}.`));
    return errorAt(path) ?? (inside && errorOf(failure, inside.path));
  };
  const add = () => {
    const id = Math.max(...layers.map((layer) => layer.id)) + 1;
    const name = t("rotas.layerNamed", { n: layers.length + 1 });
    change({ layers: [...layers, newLayer(id, name, today)] });
    focusOn(`[data-layer="${id}"] input`);
  };
  const save = () => {
    // Somebody who was named but not added is meant.
    const typedIn = (id: number) =>
      root.current?.querySelector<HTMLInputElement>(`[data-layer="${id}"] input[name=next]`)?.value;
    const meant = layers.map((layer) => {
      const next = typedIn(layer.id);
      return next ? { ...layer, people: [...layer.people, next] } : layer;
    });
    change({ layers: meant });
    const rota = inputOf({ ...draft, layers: meant });
    void run(() => saveRotaAction(slug, { key, rota, seen }), stored);
  };
  return (
    <div ref={root} className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <Timeline
        rota={plan && { key, ...plan, overrides }}
        {...{ now, nameOf }}
        isPreview={isChanged}
      />
      <section aria-labelledby="layers" className="grid max-w-180 grid-cols-[minmax(0,1fr)] gap-4">
        <div>
          <h2 id="layers" className="scroll-mt-28 text-base font-semibold">
            {t("rotas.layers")}
          </h2>
          <p className="text-ft-2">{t("rotas.layersLead")}</p>
        </div>
        {whyNot ? <Note>{whyNot}</Note> : null}
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <TextField
            label={t("settings.name")}
            maxLength={120}
            autoComplete="off"
            readOnly={locked}
            value={draft.name}
            error={errorAt("name")}
            onChange={({ target }) => change({ name: target.value })}
          />
          <SelectField
            label={t("rotas.zone")}
            disabled={locked}
            value={draft.timeZone}
            error={errorAt("timeZone")}
            onChange={({ target }) => change({ timeZone: target.value })}
          >
            <ZoneOptions groups={props.zones} />
          </SelectField>
        </div>
        <ol className="grid gap-4">
          {layers.map((layer, i) => (
            <LayerCard
              key={layer.id}
              layer={layer}
              at={i}
              of={layers.length}
              locked={locked}
              people={people}
              nameOf={nameOf}
              weekdays={props.weekdays}
              errorAt={(path) => errorAt(`layers.${i}.${path}`)}
              errorIn={(path) => errorIn(`layers.${i}.${path}`)}
              focusOn={focusOn}
              onChange={(next) =>
                change({ layers: layers.map((old) => (old.id === next.id ? next : old)) })
              }
              onMove={(by) => change({ layers: moved(layers, i, by) })}
              onRemove={() => {
                change({ layers: layers.filter(({ id }) => id !== layer.id) });
                focusOn("[data-layer] input");
              }}
            />
          ))}
        </ol>
        {locked ? null : (
          <>
            {layers.length < LAYERS_MAX ? (
              <Button size="sm" look="tertiary" className="w-fit" onPress={add}>
                <Plus aria-hidden="true" />
                {t("rotas.addLayer")}
              </Button>
            ) : null}
            <SaveLine
              verb={t("teams.saveRota")}
              isWrong={false}
              {...{ isChanged, pending, failure }}
              onSave={save}
            />
          </>
        )}
      </section>
    </div>
  );
}
