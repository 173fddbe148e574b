import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { zoneChoices } from "@/components/settings/zone-choices";
import { PageHeader } from "@/components/shell/page-header";
import { localDate } from "@/core/calendar/zone";
import { forbiddenText } from "../../forbidden-text";
import { type PageView, pageView } from "../../page-view";
import { weekdayNames } from "../../settings/calendars/words";
import { NewName } from "../../teams/new-name";
import { OnCallBlock } from "../../teams/on-call-block";
import { UsersBlock } from "../../teams/users-block";
import { DeleteRota } from "./delete-rota";
import { FeedBlock } from "./feed-block";
import { type LoadedRota, loadRota, rotaOf } from "./load-rota";
import { Overrides } from "./overrides";
import { RotaEditor } from "./rota-editor";

type Props = {
  params: Promise<{ workspace: string; key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

type Named = Pick<LoadedRota, "rota" | "team">;
const nameIn = ({ t }: PageView, { rota, team }: Named, given: unknown): string | undefined =>
  rota?.name ??
  NewName.parse(given).name ??
  (team ? t("teams.rotaNameOf", { team: team.name }) : undefined);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { workspace, key } = await params;
  const view = await pageView(workspace);
  const found = await rotaOf(view.workspaceId, key);
  return { title: nameIn(view, found, await searchParams) ?? view.t("rotas.notFoundTitle") };
}

export default async function RotaPage({ params, searchParams }: Props) {
  const { workspace, key: text } = await params;
  const view = await pageView(workspace);
  const loaded = await loadRota(view, text);
  const { key, rota, team, overrides, people, names, feed } = loaded;
  const { t, slug, now, locale, workspaceZone } = view;
  const name = nameIn(view, loaded, await searchParams) ?? notFound();
  const whyNot = forbiddenText(view, "edit_workflows");
  const zone = rota?.timeZone ?? team?.timeZone ?? workspaceZone;
  return (
    <>
      <PageHeader
        trail={[
          { label: t("shell.teams"), href: `/${slug}/teams` },
          { label: t("rotas.title"), href: `/${slug}/rotas` },
        ]}
        title={name}
        actions={whyNot || !rota ? null : <DeleteRota slug={slug} rotaKey={key} name={name} />}
      >
        <span className="font-mono text-xs text-ft-3">{key}</span>
      </PageHeader>
      <div className="ft-page-body grid gap-6 pt-4 xl:grid-cols-[minmax(0,1fr)_340px]">
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-6">
          <RotaEditor
            key={key}
            slug={slug}
            rotaKey={key}
            saved={rota && { name: rota.name, timeZone: rota.timeZone, layers: rota.layers }}
            fresh={{ name, timeZone: zone }}
            overrides={rota?.overrides ?? []}
            today={localDate(now, zone)}
            now={now}
            people={people}
            names={names}
            zones={zoneChoices(zone)}
            weekdays={weekdayNames(locale, "long")}
            whyNot={whyNot}
          />
          {rota ? (
            <Overrides
              slug={slug}
              rotaKey={key}
              zone={rota.timeZone}
              now={now}
              overrides={overrides.map(({ id, personId, from, until, note }) => ({
                id,
                name: personId === null ? null : loaded.nameOf(personId),
                from: from.getTime(),
                until: until.getTime(),
                note,
              }))}
              people={people}
              locked={whyNot !== null}
            />
          ) : null}
        </div>
        <aside
          aria-label={t("rotas.aside")}
          className="min-w-0 self-start border-y border-ft-subtle bg-ft-surface"
        >
          {rota ? (
            <OnCallBlock view={view} rota={rota} shifts={loaded.shifts} nameOf={loaded.nameOf} />
          ) : null}
          <UsersBlock view={view} users={loaded.users} team={team} />
          {feed ? (
            <FeedBlock slug={slug} rotaKey={key} url={feed} locked={whyNot !== null} />
          ) : null}
        </aside>
      </div>
    </>
  );
}
