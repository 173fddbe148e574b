"use client";

import { ArrowDown, ArrowUp, X } from "lucide-react";
import type { PersonChoice } from "@/components/people/person-field";
import { useText } from "@/components/text/text-provider";
import { IconButton } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import type { Weekday } from "@/core/calendar/civil";
import { LayerHours } from "./layer-hours";
import type { LayerDraft } from "./rota-draft";
import { RotationFields } from "./rotation-fields";
import { TurnList } from "./turn-list";

export type LayerProps = {
  layer: LayerDraft;
  locked: boolean;
  /** What is wrong at a place of the layer: `people`, `rotation.rrule`. */
  errorAt: (path: string) => string | undefined;
  /** The same, or in something inside of it. */
  errorIn: (path: string) => string | undefined;
  onChange: (next: LayerDraft) => void;
};

/** One layer of a rota: whose turns, from when to when, in which hours. */
export function LayerCard({
  at,
  of,
  people,
  nameOf,
  weekdays,
  focusOn,
  onMove,
  onRemove,
  ...rest
}: LayerProps & {
  at: number;
  of: number;
  people: PersonChoice[];
  nameOf: (personId: string) => string;
  weekdays: Record<Weekday, string>;
  focusOn: (selector: string) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}) {
  const t = useText();
  const { layer, locked, errorAt, errorIn, onChange } = rest;
  const set = (next: Partial<LayerDraft>) => onChange({ ...layer, ...next });
  const card = `[data-layer="${layer.id}"]`;
  const move = (by: 1 | -1) => {
    onMove(by);
    // At an end of the list the same button would be off.
    const isLast = at + by === 0 || at + by === of - 1;
    focusOn(`${card} [data-move="${isLast ? -by : by}"]`);
  };
  const heading = `layer-${layer.id}`;
  return (
    <li
      data-layer={layer.id}
      aria-labelledby={heading}
      className="grid gap-4 rounded-(--ft-radius-card) border border-ft-subtle bg-ft-surface p-4"
    >
      <div className="flex min-h-6 items-center justify-between gap-2">
        <h3 id={heading} className="font-semibold">
          {t("rotas.layerAt", { n: at + 1, name: layer.name })}
        </h3>
        {locked || of === 1 ? null : (
          <span className="flex">
            <IconButton
              size="sm"
              data-move={-1}
              label={t("rotas.layerEarlier", { name: layer.name })}
              isDisabled={at === 0}
              onPress={() => move(-1)}
            >
              <ArrowUp aria-hidden="true" />
            </IconButton>
            <IconButton
              size="sm"
              data-move={1}
              label={t("rotas.layerLater", { name: layer.name })}
              isDisabled={at === of - 1}
              onPress={() => move(1)}
            >
              <ArrowDown aria-hidden="true" />
            </IconButton>
            <IconButton
              size="sm"
              label={t("rotas.removeLayer", { name: layer.name })}
              onPress={onRemove}
            >
              <X aria-hidden="true" />
            </IconButton>
          </span>
        )}
      </div>
      <TextField
        label={t("rotas.layerName")}
        maxLength={120}
        autoComplete="off"
        readOnly={locked}
        value={layer.name}
        error={errorAt("name")}
        onChange={({ target }) => set({ name: target.value })}
      />
      <TurnList
        turns={layer.people}
        error={errorIn("people")}
        onChange={(turns) => set({ people: turns })}
        {...{ card, locked, people, nameOf, focusOn }}
      />
      <RotationFields {...rest} />
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <TextField
          label={t("teams.handoverAt")}
          type="time"
          readOnly={locked}
          value={layer.handoverAt}
          error={errorAt("handoverAt")}
          onChange={({ target }) => set({ handoverAt: target.value })}
        />
        <TextField
          label={t("teams.startsOn")}
          type="date"
          readOnly={locked}
          value={layer.startsOn}
          error={errorAt("startsOn")}
          onChange={({ target }) => set({ startsOn: target.value })}
        />
        <TextField
          label={t("rotas.endsOn")}
          hint={t("rotas.endsOnHint")}
          type="date"
          min={layer.startsOn}
          readOnly={locked}
          value={layer.endsOn}
          error={errorAt("endsOn")}
          onChange={({ target }) => set({ endsOn: target.value })}
        />
      </div>
      <LayerHours weekdays={weekdays} {...rest} />
    </li>
  );
}
