"use client";

import { X } from "lucide-react";
import { useId } from "react";
import { useText } from "@/components/text/text-provider";
import { IconButton } from "@/components/ui/button";
import { FieldFrame, SelectField } from "@/components/ui/field";
import { ConditionSlot } from "../forms/condition/condition-field";
import { PathInput } from "../forms/fields/path-input";
import type { FormFacts } from "../forms/form-props";
import { FormScope, useFormFacts, useSlot } from "../forms/form-scope";
import { EventSelect } from "./event-select";
import { isKey, STOP_EFFECTS, type StopDraft, type StopEffect } from "./settings-draft";
import { TemplateSlot } from "./template-slot";

type Props = {
  field: string;
  rule: StopDraft;
  readOnly: boolean;
  showErrors: boolean;
  onChange: (next: StopDraft) => void;
  onRemove: () => void;
};

/** One rule: an event, a button or a reply, and what it does to the case. */
export function StopRuleCard(props: Props) {
  const { field, rule, readOnly, onRemove } = props;
  const t = useText();
  const titles = {
    event: t("wfsettings.stopEvent"),
    action: t("wfsettings.stopAction"),
    reply: t("wfsettings.stopReply"),
  };
  return (
    <fieldset
      className="grid min-w-0 gap-3 rounded-md border border-ft-subtle p-3"
      data-field={field}
    >
      <legend className="sr-only">{titles[rule.shape]}</legend>
      <div className="flex items-center gap-1">
        <span className="min-w-0 flex-1 font-medium text-ft-2">{titles[rule.shape]}</span>
        {readOnly ? null : (
          <IconButton size="sm" label={t("wfsettings.removeStop")} onPress={onRemove}>
            <X aria-hidden="true" />
          </IconButton>
        )}
      </div>
      {rule.shape === "event" ? <EventRule {...props} /> : null}
      {rule.shape === "action" ? <ActionRule {...props} /> : null}
    </fieldset>
  );
}

function ActionRule({ field, rule, readOnly, showErrors, onChange }: Props) {
  const t = useText();
  const list = useId();
  const { facts } = useFormFacts();
  const { problem } = useSlot(`${field}.action`);
  const isWrong = showErrors && !isKey(rule.name.trim());
  const actions = new Map(
    Object.values(facts.templates)
      .flatMap(({ content }) => content.actions ?? [])
      .map(({ id, label }) => [id, label]),
  );
  return (
    <FieldFrame
      label={t("wfsettings.action")}
      hint={t("wfsettings.actionHint")}
      error={isWrong ? t("wfsettings.keyUnfinished") : problem}
    >
      {(wiring) => (
        <>
          <input
            {...wiring}
            className="ft-input font-mono"
            data-field={`${field}.action`}
            list={list}
            autoComplete="off"
            spellCheck={false}
            readOnly={readOnly}
            value={rule.name}
            onChange={({ target }) => onChange({ ...rule, name: target.value })}
          />
          <datalist id={list}>
            {[...actions].map(([id, label]) => (
              <option key={id} value={id} label={label} />
            ))}
          </datalist>
        </>
      )}
    </FieldFrame>
  );
}

function EventRule({ field, rule, readOnly, showErrors, onChange }: Props) {
  const t = useText();
  const scope = useFormFacts();
  const { problem } = useSlot(`${field}.event`);
  const until = useSlot(`${field}.until`);
  const isWrong = showErrors && !isKey(rule.name);
  const effects: Record<StopEffect, string> = {
    resolve: t("wfsettings.effectResolve"),
    respond: t("wfsettings.effectRespond"),
    snooze: t("wfsettings.effectSnooze"),
  };
  return (
    <FormScope value={ofEvent(scope, rule.name)}>
      <FieldFrame
        label={t("wfsettings.event")}
        error={isWrong ? t("wfsettings.keyUnfinished") : problem}
      >
        {({ id, ...wiring }) => (
          <div data-field={`${field}.event`}>
            <EventSelect
              id={id}
              label={t("wfsettings.event")}
              value={rule.name}
              invalid={wiring["aria-invalid"]}
              readOnly={readOnly}
              onChange={(name) => onChange({ ...rule, name })}
            />
          </div>
        )}
      </FieldFrame>
      <TemplateSlot
        field={`${field}.key`}
        label={t("wfsettings.stopKey")}
        hint={t("wfsettings.stopKeyHint")}
        value={rule.key}
        optional
        onChange={(key) => onChange({ ...rule, key })}
      />
      <ConditionSlot
        field={`${field}.when`}
        label={t("wfsettings.where")}
        value={rule.when}
        place={{ at: "event", event: rule.name }}
        optional
        onChange={(when) => onChange({ ...rule, when })}
      />
      <SelectField
        label={t("wfsettings.effect")}
        data-field={`${field}.then`}
        disabled={readOnly}
        value={rule.effect ?? "resolve"}
        onChange={({ target }) => {
          const effect = STOP_EFFECTS.find((one) => one === target.value);
          const isStandard = effect === "resolve";
          onChange({
            ...rule,
            effect: isStandard ? undefined : effect,
            until: effect === "snooze" ? rule.until : "",
          });
        }}
      >
        {STOP_EFFECTS.map((effect) => (
          <option key={effect} value={effect}>
            {effects[effect]}
          </option>
        ))}
      </SelectField>
      {rule.effect === "snooze" ? (
        <PathInput
          field={`${field}.until`}
          label={t("wfsettings.until")}
          value={rule.until}
          readOnly={readOnly}
          error={until.problem}
          onChange={(path) => onChange({ ...rule, until: path })}
        />
      ) : null}
    </FormScope>
  );
}

/** The fields on offer are those of the rule's own event. */
function ofEvent(scope: FormFacts, event: string): FormFacts {
  const { data, ...rest } = scope.definition;
  const isStart = rest.start?.event === event;
  const definition = { ...rest, start: { event }, ...(isStart && data ? { data } : {}) };
  return { ...scope, definition };
}
