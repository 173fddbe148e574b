import Link from "next/link";
import { zoneLabel } from "@/components/ui/time-text";
import { ValueList } from "@/components/ui/value-list";
import { forbiddenText } from "../../forbidden-text";
import type { PageView } from "../../page-view";
import { Block } from "./block";
import { EditProfile } from "./edit-profile";
import type { LoadedPerson } from "./load-person";

/** Who this is. */
export function Profile({ loaded, view }: { loaded: LoadedPerson; view: PageView }) {
  const { person, manager, choices } = loaded;
  const { slug, locale, t, workspaceZone } = view;
  const forbidden = forbiddenText(view, "act_on_cases");
  const languages = new Intl.DisplayNames(locale, { type: "language" });
  const place = [person.location?.city, person.location?.region, person.location?.country]
    .filter(Boolean)
    .join(", ");
  const rows = [
    { word: t("people.zone"), value: person.timeZone ? zoneLabel(person.timeZone) : null },
    { word: t("people.language"), value: person.locale ? languages.of(person.locale) : null },
    { word: t("people.place"), value: place || null },
  ];
  const { id, name, timeZone, managerId, attributes } = person;
  return (
    <Block
      id="profile"
      title={t("people.profile")}
      action={
        forbidden === null ? (
          <EditProfile
            slug={slug}
            person={{ id, name, timeZone, locale: person.locale, managerId, attributes }}
            choices={choices}
            workspaceZone={workspaceZone}
          />
        ) : null
      }
    >
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
        {rows.map(({ word, value }) => (
          <div key={word} className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-ft-3">{word}</dt>
            <dd className="break-words">
              {value ?? <span className="text-ft-3">{t("people.unknown")}</span>}
            </dd>
          </div>
        ))}
        <div className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-ft-3">{t("people.manager")}</dt>
          <dd>
            {managerId === null ? (
              <span className="text-ft-3">{t("common.none")}</span>
            ) : (
              <Link href={`/${slug}/people/${encodeURIComponent(managerId)}`} className="ft-link">
                {manager}
              </Link>
            )}
          </dd>
        </div>
      </dl>
      {Object.keys(attributes).length > 0 ? (
        <>
          <h3 className="text-xs text-ft-3">{t("people.attributes")}</h3>
          <ValueList label={t("people.attributes")} values={attributes} />
        </>
      ) : null}
      {forbidden ? <p className="text-xs text-ft-3">{forbidden}</p> : null}
    </Block>
  );
}
