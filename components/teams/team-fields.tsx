"use client";

import { type PersonChoice, PersonField } from "@/components/people/person-field";
import { ZoneField } from "@/components/people/profile-fields";
import { useText } from "@/components/text/text-provider";
import { errorOf, type Failure } from "@/components/ui/action-answer";
import { SelectField, TextField } from "@/components/ui/field";

export type TeamSettings = {
  name: string;
  leadId: string | null;
  calendar: string | null;
  timeZone: string | null;
  /** The department it belongs to. */
  parent: string | null;
};
export type TeamChoice = { key: string; name: string };

/** What a team is called, who leads it, when it works. */
export function TeamFields({
  team,
  people,
  teams,
  calendars,
  workspaceZone,
  failure,
}: {
  team: TeamSettings | null;
  people: PersonChoice[];
  /** What it can belong to. */
  teams: readonly TeamChoice[];
  calendars: string[];
  workspaceZone: string;
  failure: Failure | undefined;
}) {
  const t = useText();
  return (
    <>
      <TextField
        label={t("teams.name")}
        name="name"
        required
        maxLength={120}
        defaultValue={team?.name}
        autoComplete="off"
        error={errorOf(failure, "name")}
      />
      <PersonField
        label={t("teams.lead")}
        hint={t("teams.leadHint")}
        name="leadId"
        value={team?.leadId ?? null}
        choices={people}
        error={errorOf(failure, "leadId")}
      />
      <SelectField
        label={t("teams.parent")}
        hint={t("teams.parentHint")}
        name="parent"
        defaultValue={team?.parent ?? ""}
        error={errorOf(failure, "parent")}
      >
        <option value="">{t("teams.noParent")}</option>
        {teams.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </SelectField>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label={t("teams.calendar")}
          hint={t("teams.calendarHint")}
          name="calendar"
          defaultValue={team?.calendar ?? ""}
          error={errorOf(failure, "calendar")}
        >
          <option value="">{t("teams.ofWorkspace")}</option>
          {calendars.map((key) => (
            <option key={key} value={key}>
              {key}
            </option>
          ))}
        </SelectField>
        <ZoneField
          value={team?.timeZone ?? null}
          none={t("people.zoneOfWorkspace", { zone: workspaceZone })}
          error={errorOf(failure, "timeZone")}
        />
      </div>
    </>
  );
}
