"use client";

import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useState } from "react";
import { type PersonChoice, PersonField } from "@/components/people/person-field";
import { useAlive } from "@/components/teams/use-alive";
import { useText } from "@/components/text/text-provider";
import { Button, IconButton } from "@/components/ui/button";
import { moved } from "@/components/ui/moved";
import { ROTA_PEOPLE_MAX } from "@/core/rota/rota";

/** Who takes turns, in order: somebody may come more than once. */
export function TurnList({
  turns,
  error,
  card,
  locked,
  people,
  nameOf,
  focusOn,
  onChange,
}: {
  turns: readonly string[];
  error: string | undefined;
  /** A selector of the layer around it. */
  card: string;
  locked: boolean;
  people: PersonChoice[];
  nameOf: (personId: string) => string;
  focusOn: (selector: string) => void;
  onChange: (turns: string[]) => void;
}) {
  const t = useText();
  const move = (at: number, by: 1 | -1) => {
    const to = at + by;
    onChange(moved(turns, at, by));
    const isLast = to === 0 || to === turns.length - 1;
    focusOn(`${card} [data-turn="${to}"] [data-step="${isLast ? -by : by}"]`);
  };
  const remove = (at: number) => {
    onChange(turns.filter((_, i) => i !== at));
    focusOn(
      turns.length === 1
        ? `${card} [data-next] input`
        : `${card} [data-turn="${Math.min(at, turns.length - 2)}"] [data-step="remove"]`,
    );
  };
  return (
    <fieldset className="grid gap-1">
      <legend className="ft-label mb-1">{t("teams.turns")}</legend>
      {turns.length === 0 ? <p className="text-ft-3">{t("teams.noTurns")}</p> : null}
      <ol className="grid gap-1">
        {turns.map((id, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a turn is its place, somebody may have two
          <li key={i} data-turn={i} className="flex items-center gap-1">
            <span className="min-w-0 flex-1 truncate">
              {i + 1}. {nameOf(id)}
            </span>
            {locked ? null : (
              <>
                <IconButton
                  size="sm"
                  data-step={-1}
                  label={t("teams.earlier", { name: nameOf(id) })}
                  isDisabled={i === 0}
                  onPress={() => move(i, -1)}
                >
                  <ArrowUp aria-hidden="true" />
                </IconButton>
                <IconButton
                  size="sm"
                  data-step={1}
                  label={t("teams.later", { name: nameOf(id) })}
                  isDisabled={i === turns.length - 1}
                  onPress={() => move(i, 1)}
                >
                  <ArrowDown aria-hidden="true" />
                </IconButton>
                <IconButton
                  size="sm"
                  data-step="remove"
                  label={t("teams.outOfTurn", { name: nameOf(id) })}
                  onPress={() => remove(i)}
                >
                  <X aria-hidden="true" />
                </IconButton>
              </>
            )}
          </li>
        ))}
      </ol>
      {locked || turns.length >= ROTA_PEOPLE_MAX ? null : (
        <NextTurn
          key={turns.length}
          {...{ people, error }}
          onAdd={(id) => {
            onChange([...turns, id]);
            focusOn(`${card} [data-next] input`);
          }}
        />
      )}
    </fieldset>
  );
}

/** A form of its own, so that Enter adds the turn. */
function NextTurn({
  people,
  error,
  onAdd,
}: {
  people: PersonChoice[];
  error: string | undefined;
  onAdd: (personId: string) => void;
}) {
  const t = useText();
  const isAlive = useAlive();
  const [missing, setMissing] = useState(false);
  return (
    <form
      data-next=""
      className="mt-2 flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        const id = String(new FormData(event.currentTarget).get("next") ?? "");
        setMissing(id === "");
        if (id !== "") onAdd(id);
      }}
    >
      <div className="min-w-0 flex-1">
        <PersonField
          label={t("teams.nextInTurn")}
          name="next"
          choices={people}
          error={missing ? t("rotas.nextMissing") : error}
        />
      </div>
      {/* While it is off, Enter does nothing. */}
      <Button type="submit" size="sm" isDisabled={!isAlive}>
        {t("teams.addTurn")}
      </Button>
    </form>
  );
}
