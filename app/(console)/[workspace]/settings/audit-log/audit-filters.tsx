import { FilterForm } from "@/components/settings/filter-form";
import type { Text } from "@/components/text/text";
import { SelectField, TextField } from "@/components/ui/field";
import { actionText, nounText } from "./action-text";
import type { AuditParams } from "./search-params";

export function AuditFilters({
  given,
  actions,
  path,
  t,
}: {
  given: AuditParams;
  actions: readonly string[];
  path: string;
  t: Text;
}) {
  const nouns = [...new Set(actions.map((action) => action.split(".", 1)[0] ?? action))];
  return (
    <FilterForm {...{ given, path, t }}>
      <TextField
        label={t("settings.auditActor")}
        name="actor"
        defaultValue={given.actor}
        maxLength={200}
      />
      <SelectField
        label={t("settings.auditAction")}
        name="action"
        defaultValue={given.action ?? ""}
      >
        <option value="">{t("settings.auditAny")}</option>
        {nouns.map((noun) => (
          <optgroup key={noun} label={nounText(noun, t)}>
            <option value={noun}>{t("settings.auditAllOf", { noun: nounText(noun, t) })}</option>
            {actions
              .filter((action) => action.startsWith(`${noun}.`))
              .map((action) => (
                <option key={action} value={action}>
                  {actionText(action, t)}
                </option>
              ))}
          </optgroup>
        ))}
      </SelectField>
      <TextField
        label={t("settings.auditTarget")}
        name="target"
        defaultValue={given.target}
        maxLength={200}
      />
      <TextField
        label={t("settings.auditFrom")}
        name="from"
        type="date"
        defaultValue={given.from}
      />
      <TextField label={t("settings.auditTo")} name="to" type="date" defaultValue={given.to} />
    </FilterForm>
  );
}
