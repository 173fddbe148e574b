import { ROLE_TEXTS } from "@/components/auth/role-name";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { InvitationRow } from "@/db/queries/members";
import type { PageView } from "../../page-view";
import { InvitationActions } from "./invitation-actions";

/** Who was asked to join and has not yet. */
export function Invitations({
  view: { t, slug, viewerZone, locale },
  rows,
  mayManage,
}: {
  view: Pick<PageView, "t" | "slug" | "viewerZone" | "locale">;
  rows: InvitationRow[];
  mayManage: boolean;
}) {
  if (rows.length === 0) return <p className="text-ft-2">{t("members.noInvitations")}</p>;
  const now = Date.now();
  const columns = [
    { label: t("members.email") },
    { label: t("members.role") },
    { label: t("members.invitedBy") },
    { label: t("members.expires") },
    ...(mayManage ? [{ label: t("members.actions"), hidden: true }] : []),
  ];
  return (
    <Table caption={t("members.invitationsCaption")} columns={columns}>
      {rows.map(({ id, email, role, invitedBy, expiresAt }) => (
        <tr key={id}>
          <th scope="row" data-label={t("members.email")} className="[overflow-wrap:anywhere]">
            {email}
          </th>
          <td data-label={t("members.role")}>{t(ROLE_TEXTS[role].name)}</td>
          <td data-label={t("members.invitedBy")}>{invitedBy}</td>
          <td data-label={t("members.expires")}>
            {expiresAt.getTime() <= now ? (
              <span className="text-ft-2">{t("members.expired")}</span>
            ) : (
              <Time at={expiresAt} viewerZone={viewerZone} locale={locale} now={now} />
            )}
          </td>
          {mayManage ? (
            <td className="text-end">
              <InvitationActions slug={slug} id={id} email={email} />
            </td>
          ) : null}
        </tr>
      ))}
    </Table>
  );
}
