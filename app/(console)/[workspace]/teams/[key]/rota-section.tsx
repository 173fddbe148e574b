import { Time } from "@/components/ui/time";
import { localDate } from "@/core/calendar/zone";
import { peopleOfRota, type RotaPlan } from "@/core/rota/rota";
import { forbiddenText } from "../../forbidden-text";
import type { PageView } from "../../page-view";
import { Block } from "../../people/[id]/block";
import type { LoadedTeam } from "./load-team";
import { RotaActions } from "./rota-actions";

/** Who is on call for the team, now and next. */
export function RotaSection({ loaded, view }: { loaded: LoadedTeam; view: PageView }) {
  const { team, rota, shifts, zone, choices, nameOf } = loaded;
  const { now, viewerZone, locale, t } = view;
  const isAllowed = forbiddenText(view, "edit_workflows") === null;
  return (
    <Block
      id="rota"
      title={t("teams.rota")}
      action={
        isAllowed ? (
          <RotaActions
            slug={view.slug}
            teamKey={team.key}
            rota={rota && oneLayerOf(rota)}
            names={Object.fromEntries(
              (rota ? peopleOfRota(rota) : []).map((id) => [id, nameOf(id)]),
            )}
            fresh={{
              name: t("teams.rotaNameOf", { team: team.name }),
              timeZone: zone,
              startsOn: localDate(now, zone),
            }}
            people={choices.people}
          />
        ) : null
      }
    >
      {rota === null ? (
        <p className="text-ft-3">{t("teams.noRota")}</p>
      ) : (
        <>
          <p>
            {t("teams.rotaPlan", {
              name: rota.name,
              n: oneLayerOf(rota).shiftDays,
              time: oneLayerOf(rota).handoverAt,
              zone: rota.timeZone,
            })}
          </p>
          <ol className="grid gap-1">
            {shifts.map(({ personId, until }, i) => (
              <li key={`${personId} ${until}`} className="flex justify-between gap-3">
                <span className={i === 0 ? "font-medium" : "text-ft-2"}>
                  {personId !== null && i === 0
                    ? t("teams.nowOnCall", { name: nameOf(personId) })
                    : personId !== null && nameOf(personId)}
                </span>
                <span className="text-xs text-ft-3">
                  {t.rich("teams.shiftUntil", {
                    moment: (
                      <Time
                        key="until"
                        at={until}
                        zone={rota.timeZone}
                        show="absolute"
                        {...{ viewerZone, now, locale }}
                      />
                    ),
                  })}
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
    </Block>
  );
}

/** The first layer, which is all this form shows. */
function oneLayerOf({ name, timeZone, layers: [layer] }: RotaPlan) {
  const { people = [], startsOn = "", handoverAt = "09:00", rotation } = layer ?? {};
  const turn = rotation && "every" in rotation ? rotation : { every: 1, unit: "week" };
  const shiftDays = turn.every * (turn.unit === "week" ? 7 : 1);
  return { name, timeZone, people, startsOn, handoverAt, shiftDays };
}
