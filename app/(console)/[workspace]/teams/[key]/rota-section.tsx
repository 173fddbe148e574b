import { ButtonLink } from "@/components/ui/button-link";
import { forbiddenText } from "../../forbidden-text";
import type { PageView } from "../../page-view";
import { Block } from "../../people/[id]/block";
import { OnCallBlock } from "../on-call-block";
import type { LoadedTeam } from "./load-team";

/** Who is on call for the team, now and next, and the way to its rota. */
export function RotaSection({ loaded, view }: { loaded: LoadedTeam; view: PageView }) {
  const { team, rota, shifts, nameOf } = loaded;
  const { slug, t } = view;
  const isAllowed = forbiddenText(view, "edit_workflows") === null;
  const link = (words: string) => (
    <ButtonLink size="sm" href={`/${slug}/rotas/${encodeURIComponent(team.key)}`}>
      {words}
    </ButtonLink>
  );
  if (rota) {
    return (
      <OnCallBlock
        {...{ view, rota, shifts, nameOf }}
        action={link(t(isAllowed ? "teams.editRota" : "teams.showRota"))}
      />
    );
  }
  return (
    <Block id="rota" title={t("teams.rota")} action={isAllowed ? link(t("teams.newRota")) : null}>
      <p className="text-ft-3">{t("teams.noRota")}</p>
    </Block>
  );
}
