import "server-only";
import type { OrgNode } from "@/components/org/org-node";
import { absoluteText } from "@/components/ui/time-text";
import { type Branch, forestOf } from "@/core/org/forest";
import type { Instant } from "@/core/time";
import { listMembers } from "@/db/queries/keyed-writes";
import { listAllTeams, listOrgPeople } from "@/db/queries/org";
import { findPeopleCards } from "@/db/queries/people-cards";
import { ctx } from "@/server/boot";
import type { PageView } from "../page-view";
import { isAway } from "../teams/is-away";

export const ORG_PEOPLE_SHOWN = 2_000;

type Notes = OrgNode["notes"];
type Team = Awaited<ReturnType<typeof listAllTeams>>[number];
type Member = Awaited<ReturnType<typeof listMembers>>[number];

/** The departments and the reporting lines of a workspace, each as a tree that says what is wrong with it. */
export async function loadOrg(view: PageView) {
  const { workspaceId, now } = view;
  const [teams, people] = await Promise.all([
    listAllTeams(ctx.db, workspaceId),
    listOrgPeople(ctx.db, workspaceId, ORG_PEOPLE_SHOWN),
  ]);
  const members = await listMembers(
    ctx.db,
    workspaceId,
    teams.map(({ key }) => key),
  );
  const named = new Map(people.map(({ id, name }) => [id, name ?? id]));
  const unnamed = members.flatMap(({ personId, deputyId }) =>
    [personId, deputyId].filter((id): id is string => id !== null && !named.has(id)),
  );
  const cards = await findPeopleCards(ctx.db, workspaceId, unnamed);
  const nameOf = (id: string) => named.get(id) ?? cards.get(id)?.name ?? id;
  const away = members.filter((member) => isAway(member, now));
  const awayUntil = new Map<string, Instant>();
  for (const { personId, absentUntil } of away) {
    const until = absentUntil?.getTime() ?? 0;
    awayUntil.set(personId, Math.max(until, awayUntil.get(personId) ?? 0));
  }
  const words: Words = {
    view,
    nameOf,
    awayText: (id) => {
      const until = awayUntil.get(id);
      const { zone, locale } = { zone: view.viewerZone, locale: view.locale };
      return until === undefined ? null : absoluteText(until, zone, now, locale);
    },
  };
  const departments = departmentTree(teams, members, words);
  const lines = personTree(people, words);
  return {
    departments,
    lines,
    problems: countDue(departments) + countDue(lines),
    isCut: people.length === ORG_PEOPLE_SHOWN,
  };
}

type Words = {
  view: PageView;
  nameOf: (id: string) => string;
  /** Until when somebody is away. */
  awayText: (id: string) => string | null;
};

function departmentTree(
  teams: readonly Team[],
  members: readonly Member[],
  { view: { slug, t }, nameOf, awayText }: Words,
): OrgNode[] {
  const byKey = new Map(teams.map((team) => [team.key, team]));
  const membersOf = Map.groupBy(members, ({ team }) => team);
  const ids = teams.toSorted((a, b) => a.name.localeCompare(b.name)).map(({ key }) => key);
  const memberNode = (member: Member, isLead: boolean): OrgNode => {
    const { team, personId, deputyId } = member;
    const moment = awayText(personId);
    const until = moment ? [{ tone: "muted" as const, text: t("org.awayUntil", { moment }) }] : [];
    const standsIn =
      moment === null
        ? []
        : [
            deputyId === null
              ? { tone: "due" as const, text: t("teams.noDeputy") }
              : { tone: "muted" as const, text: t("org.standsIn", { name: nameOf(deputyId) }) },
          ];
    return {
      id: `${team} ${personId}`,
      name: nameOf(personId),
      href: `/${slug}/people/${encodeURIComponent(personId)}`,
      detail: isLead ? t("org.lead") : null,
      notes: [...until, ...standsIn],
      below: [],
    };
  };
  const nodeOf = ({ id, circle, below }: Branch): OrgNode[] => {
    const team = byKey.get(id);
    if (!team) return [];
    const { key, leadId, parent } = team;
    const own = membersOf.get(key) ?? [];
    const moment = leadId === null ? null : awayText(leadId);
    const due: string[] = [
      ...(leadId === null ? [t("org.noLead")] : []),
      ...(leadId !== null && moment ? [t("org.leadAway", { name: nameOf(leadId), moment })] : []),
      ...(own.length === 0 && below.length === 0 ? [t("org.noMembers")] : []),
      ...(parent !== null && !byKey.has(parent) ? [t("org.parentUnknown", { key: parent })] : []),
      ...(circle ? [t("org.inCircle")] : []),
    ];
    const count = t("org.members", { n: own.length });
    const led = leadId === null ? [] : [t("org.ledBy", { name: nameOf(leadId) })];
    const ordered = own.toSorted(
      (a, b) => Number(b.personId === leadId) - Number(a.personId === leadId),
    );
    return [
      {
        id: key,
        name: team.name,
        href: `/${slug}/teams/${encodeURIComponent(key)}`,
        detail: [...led, count].join(" · "),
        notes: due.map((text) => ({ tone: "due", text })),
        below: [
          ...below.flatMap(nodeOf),
          ...ordered.map((member) => memberNode(member, member.personId === leadId)),
        ],
      },
    ];
  };
  return forestOf(ids, (key) => byKey.get(key)?.parent ?? null).flatMap(nodeOf);
}

function personTree(
  people: readonly { id: string; managerId: string | null }[],
  { view: { slug, t }, nameOf, awayText }: Words,
): OrgNode[] {
  const managers = new Map(people.map(({ id, managerId }) => [id, managerId]));
  const nodeOf = ({ id, circle, below }: Branch): OrgNode => {
    const managerId = managers.get(id) ?? null;
    const own = awayText(id);
    const managerAway = managerId === null ? null : awayText(managerId);
    const notes: Notes = [];
    if (own) notes.push({ tone: "muted", text: t("org.awayUntil", { moment: own }) });
    if (managerAway) {
      notes.push({ tone: "due", text: t("org.managerAway", { moment: managerAway }) });
    }
    if (managerId === null) notes.push({ tone: "muted", text: t("org.top") });
    else if (!managers.has(managerId)) {
      notes.push({ tone: "due", text: t("org.managerUnknown", { id: managerId }) });
    }
    if (circle && managerId !== null) {
      notes.push({ tone: "due", text: t("org.circle", { names: nameOf(managerId) }) });
    }
    return {
      id,
      name: nameOf(id),
      href: `/${slug}/people/${encodeURIComponent(id)}`,
      detail: below.length > 0 ? t("org.members", { n: below.length }) : null,
      notes,
      below: below.map(nodeOf),
    };
  };
  return forestOf(
    people.map(({ id }) => id),
    (id) => managers.get(id) ?? null,
  ).map(nodeOf);
}

const countDue = (nodes: readonly OrgNode[]): number =>
  nodes.reduce(
    (sum, { notes, below }) =>
      sum + notes.filter(({ tone }) => tone === "due").length + countDue(below),
    0,
  );
