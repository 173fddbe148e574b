"use client";

import { useRouter } from "next/navigation";
import { useId } from "react";
import { useText } from "@/components/text/text-provider";
import { errorOf } from "@/components/ui/action-answer";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { useAction } from "@/components/ui/use-action";
import { createFromStarterAction } from "../actions";

export type StarterQuestions = {
  starter: string;
  name: string;
  workflowKey: string;
  startEvent: string;
  personField: string | null;
  /** Null: nothing of it counts from a due date. */
  due: { field: string } | { sentence: string } | null;
  /** `chosen` is a team there is, or empty for a new one. */
  teams: { key: string; name: string; chosen: string }[];
  choices: { key: string; name: string }[];
  missingRotas: readonly { key: string; name: string }[];
  /** Fields that events of this kind usually have. */
  fields: string[];
  brings: { templates: number; scenarios: number; topic: string };
};

/** The few questions of a starter. Everything has a default, so that it can be used as it stands. */
export function StarterForm({ slug, ...asked }: { slug: string } & StarterQuestions) {
  const t = useText();
  const router = useRouter();
  const { pending, failure, run } = useAction();
  const fieldsId = useId();
  const { due, teams, choices } = asked;
  const submit = (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? "").trim();
    run(
      () =>
        createFromStarterAction(slug, {
          starter: asked.starter,
          name: text("name"),
          key: text("key"),
          startEvent: text("startEvent"),
          personField: text("personField") || null,
          dueField: text("dueField") || null,
          teams: Object.fromEntries(teams.map(({ key }) => [key, text(`team.${key}`) || null])),
        }),
      (key) => router.push(`/${slug}/workflows/${encodeURIComponent(key)}/edit`),
    );
  };
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit(new FormData(event.currentTarget));
      }}
    >
      <TextField
        label={t("newworkflow.startEvent")}
        hint={t("newworkflow.startEventHint")}
        name="startEvent"
        defaultValue={asked.startEvent}
        required
        maxLength={128}
        autoComplete="off"
        spellCheck={false}
        error={errorOf(failure, "startEvent")}
      />
      <TextField
        label={t("newworkflow.person")}
        hint={t("newworkflow.personHint")}
        name="personField"
        defaultValue={asked.personField ?? ""}
        list={fieldsId}
        maxLength={256}
        autoComplete="off"
        spellCheck={false}
        error={errorOf(failure, "personField")}
      />
      {due && "field" in due ? (
        <TextField
          label={t("newworkflow.due")}
          hint={t("newworkflow.dueHint")}
          name="dueField"
          defaultValue={due.field}
          list={fieldsId}
          required
          maxLength={256}
          autoComplete="off"
          spellCheck={false}
          error={errorOf(failure, "dueField")}
        />
      ) : null}
      {due && "sentence" in due ? (
        <p>
          <span className="ft-label block">{t("newworkflow.dueFixed")}</span>
          {due.sentence}
        </p>
      ) : null}
      {teams.map(({ key, name, chosen }) => (
        <SelectField
          key={key}
          label={t("newworkflow.team", { name })}
          hint={chosen === "" ? t("newworkflow.teamNewHint") : undefined}
          name={`team.${key}`}
          defaultValue={chosen}
          error={errorOf(failure, `teams.${key}`)}
        >
          {choices.map((team) => (
            <option key={team.key} value={team.key}>
              {team.name}
            </option>
          ))}
          <option value="">{t("newworkflow.teamNew", { name })}</option>
        </SelectField>
      ))}
      <div className="grid gap-4 border-t border-ft-subtle pt-4">
        <TextField
          label={t("newworkflow.name")}
          name="name"
          defaultValue={asked.name}
          required
          maxLength={120}
          autoComplete="off"
          error={errorOf(failure, "name")}
        />
        <TextField
          label={t("newworkflow.key")}
          hint={t("newworkflow.keyHint")}
          name="key"
          defaultValue={asked.workflowKey}
          required
          maxLength={128}
          autoComplete="off"
          spellCheck={false}
          error={errorOf(failure, "key")}
        />
      </div>
      <datalist id={fieldsId}>
        {asked.fields.map((field) => (
          <option key={field} value={field} />
        ))}
      </datalist>
      {asked.missingRotas.map(({ key, name }) => (
        <Note key={key} tone="due">
          {t.rich("newworkflow.needsRota", {
            key,
            name,
            code: (inner) => <code key="code">{inner}</code>,
          })}
        </Note>
      ))}
      <p className="text-xs text-ft-3">{t("newworkflow.brings", asked.brings)}</p>
      {failure ? <Note tone="failed">{failure.message}</Note> : null}
      <Button type="submit" look="primary" pending={pending}>
        {t("newworkflow.use")}
      </Button>
    </form>
  );
}
