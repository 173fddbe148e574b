import type { Text } from "@/components/text/text";
import { SubmitButton } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { SelectField, TextField } from "@/components/ui/field";
import type { AuditParams } from "./search-params";

/** A GET form: works without JavaScript, and its answer is an address. */
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
  const isFiltered = Object.entries(given).some(([name, value]) => name !== "cursor" && value);
  const narrow = "min-w-0 basis-36 grow max-w-56";
  return (
    <search>
      <form method="get" action={path} className="flex flex-wrap items-end gap-3">
        <div className={narrow}>
          <TextField
            label={t("settings.auditActor")}
            name="actor"
            defaultValue={given.actor}
            maxLength={200}
          />
        </div>
        <div className={narrow}>
          <SelectField
            label={t("settings.auditAction")}
            name="action"
            defaultValue={given.action ?? ""}
          >
            <option value="">{t("settings.auditAny")}</option>
            {nouns.map((noun) => (
              <optgroup key={noun} label={noun}>
                <option value={noun}>{t("settings.auditAllOf", { noun })}</option>
                {actions
                  .filter((action) => action.startsWith(`${noun}.`))
                  .map((action) => (
                    <option key={action} value={action}>
                      {action}
                    </option>
                  ))}
              </optgroup>
            ))}
          </SelectField>
        </div>
        <div className={narrow}>
          <TextField
            label={t("settings.auditTarget")}
            name="target"
            defaultValue={given.target}
            maxLength={200}
          />
        </div>
        <div className={narrow}>
          <TextField
            label={t("settings.auditFrom")}
            name="from"
            type="date"
            defaultValue={given.from}
          />
        </div>
        <div className={narrow}>
          <TextField label={t("settings.auditTo")} name="to" type="date" defaultValue={given.to} />
        </div>
        <SubmitButton look="secondary">{t("settings.filter")}</SubmitButton>
        {isFiltered ? (
          <ButtonLink href={path} look="tertiary">
            {t("settings.clearFilters")}
          </ButtonLink>
        ) : null}
      </form>
    </search>
  );
}
