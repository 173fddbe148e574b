import type { ReactNode } from "react";
import { Time } from "@/components/ui/time";
import type { RotaPlan } from "@/core/rota/rota";
import type { Shift } from "@/core/rota/shifts";
import type { PageView } from "../page-view";
import { Block } from "../people/[id]/block";

/** Who is on call now and who follows, gaps said loudly. */
export function OnCallBlock({
  view,
  rota,
  shifts,
  nameOf,
  action,
}: {
  view: PageView;
  rota: RotaPlan;
  /** The one of now first. */
  shifts: readonly Shift[];
  nameOf: (personId: string) => string;
  action?: ReactNode;
}) {
  const { now, viewerZone, locale, t } = view;
  const said = ({ personId, override }: Shift, isNow: boolean) => {
    const name = personId === null ? t("rotas.nobody") : nameOf(personId);
    const words = isNow ? t("teams.nowOnCall", { name }) : name;
    return override ? t("rotas.inPlace", { name: words }) : words;
  };
  return (
    <Block id="rota" title={t("teams.rota")} action={action}>
      <ol className="grid gap-1">
        {shifts.map((shift, i) => (
          <li key={shift.from} className="flex flex-wrap justify-between gap-x-3">
            <span
              className={
                shift.personId === null
                  ? "font-semibold text-(--ft-due)"
                  : i === 0
                    ? "font-medium"
                    : "text-ft-2"
              }
            >
              {said(shift, i === 0)}
            </span>
            <span className="text-xs text-ft-3">
              {t.rich("teams.shiftUntil", {
                moment: (
                  <Time
                    key="until"
                    at={shift.until}
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
    </Block>
  );
}
