import type { Metadata } from "next";
import Link from "next/link";
import { ROLE_TEXTS } from "@/components/auth/role-name";
import { SettingsPage, SettingsSection } from "@/components/settings/settings-page";
import { EmptyState } from "@/components/ui/empty-state";
import { Note } from "@/components/ui/note";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { may } from "@/core/operator/role";
import { listInvitations, listMembers } from "@/db/queries/members";
import { canMail } from "@/server/auth/system-mail";
import { ctx } from "@/server/boot";
import { settingsView } from "../settings-view";
import { Invitations } from "./invitations";
import { Invite } from "./invite";
import { MemberActions } from "./member-actions";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await settingsView((await params).workspace, "see_members");
  return { title: t("members.title") };
}

export default async function MembersPage({ params }: Props) {
  const view = await settingsView((await params).workspace, "see_members");
  const { t, slug, member, back, mayChange, workspaceId, viewerZone, locale } = view;
  if (!mayChange) {
    return (
      <SettingsPage title={t("members.title")} back={back}>
        <EmptyState title={t("members.forbidden")}>
          {t("members.forbiddenLead", { role: t(ROLE_TEXTS[member.role].name) })}
        </EmptyState>
      </SettingsPage>
    );
  }
  const [members, invitations] = await Promise.all([
    listMembers(ctx.db, workspaceId),
    listInvitations(ctx.db, workspaceId),
  ]);
  const mayManage = may(member.role, "manage_members");
  // Members live in real time, also where a test clock rules.
  const clock = { viewerZone, locale, now: Date.now() };
  const columns = [
    { label: t("members.name") },
    { label: t("members.role") },
    { label: t("members.person") },
    { label: t("members.secondFactor") },
    { label: t("members.lastSeen") },
    ...(mayManage ? [{ label: t("members.actions"), hidden: true }] : []),
  ];
  return (
    <SettingsPage
      title={t("members.title")}
      back={back}
      lead={t("members.lead")}
      wide
      actions={mayManage ? <Invite slug={slug} canMail={canMail(ctx.config)} /> : null}
    >
      {mayManage ? null : (
        <Note>{t("members.onlyOwners", { role: t(ROLE_TEXTS[member.role].name) })}</Note>
      )}
      <Table caption={t("members.caption")} columns={columns}>
        {members.map(({ operatorId, name, email, role, ...row }) => (
          <tr key={operatorId}>
            <th scope="row" data-label={t("members.name")}>
              <span className="grid">
                <span>
                  {name}
                  {operatorId === member.operatorId ? (
                    <span className="text-ft-3"> ({t("members.you")})</span>
                  ) : null}
                </span>
                <span className="text-xs font-normal text-ft-2 [overflow-wrap:anywhere]">
                  {email}
                </span>
              </span>
            </th>
            <td data-label={t("members.role")}>{t(ROLE_TEXTS[role].name)}</td>
            <td data-label={t("members.person")}>
              {row.personId === null ? (
                <span className="text-ft-3">{t("members.nobody")}</span>
              ) : (
                <Link
                  href={`/${slug}/people/${encodeURIComponent(row.personId)}`}
                  className="underline underline-offset-2"
                >
                  {row.personName ?? row.personId}
                </Link>
              )}
            </td>
            <td data-label={t("members.secondFactor")}>
              {row.secondFactor ? (
                t("members.on")
              ) : (
                <span className="text-ft-3">{t("members.off")}</span>
              )}
            </td>
            <td data-label={t("members.lastSeen")}>
              {row.lastSeenAt === null ? (
                <span className="text-ft-3">{t("members.never")}</span>
              ) : (
                <Time at={row.lastSeenAt} {...clock} />
              )}
            </td>
            {mayManage ? (
              <td className="text-end">
                <MemberActions
                  slug={slug}
                  member={{
                    operatorId,
                    name,
                    role,
                    personId: row.personId,
                    secondFactor: row.secondFactor,
                    isSelf: operatorId === member.operatorId,
                  }}
                />
              </td>
            ) : null}
          </tr>
        ))}
      </Table>
      <SettingsSection id="invitations" title={t("members.invitations")}>
        <Invitations view={view} rows={invitations} mayManage={mayManage} />
      </SettingsSection>
    </SettingsPage>
  );
}
