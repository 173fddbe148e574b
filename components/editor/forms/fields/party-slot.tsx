"use client";

import type { z } from "zod";
import { useText } from "@/components/text/text-provider";
import { type Target, TargetRole } from "@/core/workflow/steps/escalate";
import type { Recipient } from "@/core/workflow/steps/shared";
import { useFormFacts } from "../form-scope";
import { type PartyDraft, type PartyKind, partyDraft, partyOf } from "../party-draft";
import { useDraft } from "../use-draft";
import { PersonIdInput } from "./person-id-input";
import { SlotGroup, type SlotProps, useSlotError } from "./slot-field";

const LEVELS_UP = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Somebody, by role, team, rota, name or address. `kinds` are the ways on offer. */
export function PartySlot<P extends Recipient | Target>({
  field,
  label,
  hint,
  value,
  schema,
  kinds,
  none,
  hideLabel = false,
  onChange,
}: SlotProps<P | undefined> & {
  schema: z.ZodType<P>;
  kinds: readonly PartyKind[];
  /** The choice that names nobody. */
  none?: string;
  /** The label is only read out. */
  hideLabel?: boolean;
}) {
  const t = useText();
  const { draft, edit, leave, unfinished } = useDraft<P | undefined, PartyDraft | null>({
    value,
    toDraft: (party) => (party === undefined ? null : partyDraft(party)),
    toValue: (typed) => {
      if (typed === null) return none === undefined ? null : { value: undefined };
      const parsed = schema.safeParse(partyOf(typed));
      return parsed.success ? { value: parsed.data } : null;
    },
    onChange,
  });
  const { error, readOnly } = useSlotError(field, unfinished, t("forms.partyUnfinished"), true);
  const names: Record<PartyKind, string> = {
    person: t("forms.partyPerson"),
    owner: t("forms.partyOwner"),
    involved: t("forms.partyInvolved"),
    team: t("forms.partyTeam"),
    named: t("forms.partyNamed"),
    manager_person: t("forms.partyManagerPerson"),
    manager_owner: t("forms.partyManagerOwner"),
    rota: t("forms.partyRota"),
    webhook: t("forms.partyWebhook"),
  };
  return (
    <SlotGroup {...{ field, label, hint, error, hideLabel }} onLeave={leave}>
      <div className="flex flex-wrap gap-2">
        <select
          className="ft-input w-auto min-w-40 flex-1"
          aria-label={t("forms.partyKind", { label })}
          disabled={readOnly}
          value={draft?.kind ?? ""}
          onChange={({ target }) => edit(begun(kinds.find((kind) => kind === target.value)))}
        >
          {none === undefined ? null : <option value="">{none}</option>}
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {names[kind]}
            </option>
          ))}
        </select>
        {draft ? (
          <PartyDetail
            {...{ draft, edit, readOnly }}
            roles={TargetRole.options.filter((role) => takes(schema, role))}
            invalid={error !== undefined}
          />
        ) : null}
      </div>
    </SlotGroup>
  );
}

const takes = (schema: z.ZodType, role: TargetRole) =>
  schema.safeParse({ team: "team", role }).success;

const begun = (kind: PartyKind | undefined): PartyDraft | null =>
  kind === undefined ? null : { kind, key: "", role: undefined, nth: undefined };

type DetailProps = {
  draft: PartyDraft;
  edit: (next: PartyDraft) => void;
  readOnly: boolean;
  /** Whom of a team may be named here. */
  roles: readonly TargetRole[];
  invalid: boolean;
};

function PartyDetail({ draft, edit, readOnly, roles, invalid }: DetailProps) {
  const t = useText();
  const { facts } = useFormFacts();
  const setKey = (key: string) => edit({ ...draft, key });
  const select = { readOnly, invalid, value: draft.key, onChange: setKey };
  switch (draft.kind) {
    case "team":
      return (
        <>
          <KeySelect {...select} label={t("forms.team")} options={facts.teams} />
          <RoleSelect {...{ draft, edit, readOnly, roles }} />
        </>
      );
    case "rota":
      return <KeySelect {...select} label={t("forms.rota")} options={facts.rotas} />;
    case "named":
      return <PersonIdInput {...select} />;
    case "webhook":
      return (
        <input
          className="ft-input min-w-40 flex-1"
          aria-label={t("forms.webhookUrl")}
          aria-invalid={invalid}
          placeholder="https://"
          inputMode="url"
          autoComplete="off"
          readOnly={readOnly}
          value={draft.key}
          onChange={({ target }) => setKey(target.value)}
        />
      );
    case "manager_person":
    case "manager_owner":
      return (
        <select
          className="ft-input w-auto min-w-32 flex-1"
          aria-label={t("forms.levelsUp")}
          disabled={readOnly}
          value={draft.nth ?? 1}
          onChange={({ target }) => edit({ ...draft, nth: Number(target.value) })}
        >
          {LEVELS_UP.map((nth) => (
            <option key={nth} value={nth}>
              {t("forms.levelsUpOption", { nth })}
            </option>
          ))}
        </select>
      );
    default:
      return null;
  }
}

/** Keys of a workspace by their names; one that it does not have stays, and says so. */
function KeySelect({
  label,
  options,
  value,
  readOnly,
  invalid,
  onChange,
}: {
  label: string;
  options: readonly { key: string; name: string }[];
  value: string;
  readOnly: boolean;
  invalid: boolean;
  onChange: (key: string) => void;
}) {
  const t = useText();
  const isGone = value !== "" && !options.some(({ key }) => key === value);
  return (
    <select
      className="ft-input w-auto min-w-32 flex-1"
      aria-label={label}
      aria-invalid={invalid}
      disabled={readOnly}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    >
      <option value="" disabled>
        {label}
      </option>
      {isGone ? <option value={value}>{t("forms.unknownKey", { key: value })}</option> : null}
      {options.map(({ key, name }) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </select>
  );
}

function RoleSelect({ draft, edit, readOnly, roles }: Omit<DetailProps, "invalid">) {
  const t = useText();
  const names: Record<TargetRole, string> = {
    lead: t("forms.roleLead"),
    members: t("forms.roleMembers"),
    on_call: t("forms.roleOnCall"),
    round_robin: t("forms.roleRoundRobin"),
  };
  return (
    <select
      className="ft-input w-auto min-w-32 flex-1"
      aria-label={t("forms.teamRole")}
      disabled={readOnly}
      value={draft.role ?? ""}
      onChange={({ target }) =>
        edit({ ...draft, role: roles.find((role) => role === target.value) })
      }
    >
      <option value="">{t("forms.roleNone")}</option>
      {roles.map((role) => (
        <option key={role} value={role}>
          {names[role]}
        </option>
      ))}
    </select>
  );
}
