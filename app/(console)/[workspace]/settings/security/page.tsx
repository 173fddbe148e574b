import type { Metadata } from "next";
import { SettingsPage, SettingsSection } from "@/components/settings/settings-page";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { deviceOf } from "@/core/operator/device";
import { hasPassword, listSessions } from "@/db/queries/operators";
import { ctx } from "@/server/boot";
import { settingsView } from "../settings-view";
import { EndOtherSessions, EndSession } from "./end-session";
import { FactorSection } from "./factor-section";
import { PasswordSection } from "./password-section";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await settingsView((await params).workspace, "read");
  return { title: t("auth.security") };
}

export default async function SecurityPage({ params }: Props) {
  const { t, slug, member, back, viewerZone, locale } = await settingsView(
    (await params).workspace,
    "read",
  );
  const { operatorId, email, sessionId, secondFactor } = member;
  const [own, sessions] = await Promise.all([
    hasPassword(ctx.db, operatorId),
    listSessions(ctx.db, operatorId, new Date()),
  ]);
  // Sessions live in real time, also where a test clock rules.
  const clock = { viewerZone, locale, now: Date.now() };
  const columns = [
    { label: t("auth.device") },
    { label: t("auth.address") },
    { label: t("auth.lastSeen") },
    { label: t("auth.signedInAt") },
    { label: t("auth.endSession"), hidden: true },
  ];
  return (
    <SettingsPage title={t("auth.security")} back={back} lead={t("auth.securityLead")} wide>
      <SettingsSection
        id="password"
        title={t("auth.passwordSection")}
        lead={t(own ? "auth.passwordLead" : "auth.firstPasswordLead")}
      >
        <PasswordSection slug={slug} email={email} hasPassword={own} />
      </SettingsSection>
      <SettingsSection id="factor" title={t("auth.factor")} lead={t("auth.factorLead")}>
        <FactorSection slug={slug} isOn={secondFactor} hasPassword={own} />
      </SettingsSection>
      <SettingsSection id="sessions" title={t("auth.sessions")} lead={t("auth.sessionsLead")}>
        <Table caption={t("auth.sessions")} columns={columns}>
          {sessions.map(({ id, ipAddress, userAgent, createdAt, seenAt }) => {
            const known = deviceOf(userAgent);
            const device = known ? t("auth.deviceOn", known) : t("auth.deviceUnknown");
            return (
              <tr key={id}>
                <th scope="row" data-label={t("auth.device")}>
                  {device}
                </th>
                <td data-label={t("auth.address")} className="font-mono text-xs">
                  {ipAddress ? shortAddress(ipAddress) : t("auth.addressUnknown")}
                </td>
                <td data-label={t("auth.lastSeen")}>
                  <Time at={seenAt} {...clock} />
                </td>
                <td data-label={t("auth.signedInAt")}>
                  <Time at={createdAt} {...clock} />
                </td>
                <td className="text-end">
                  {id === sessionId ? (
                    <span className="text-ft-3">{t("auth.thisSession")}</span>
                  ) : (
                    <EndSession slug={slug} sessionId={id} device={device} />
                  )}
                </td>
              </tr>
            );
          })}
        </Table>
        {sessions.length > 1 ? <EndOtherSessions slug={slug} /> : null}
      </SettingsSection>
    </SettingsPage>
  );
}

/** `0000:…:0001` as `::1`; anything else as it is. */
const shortAddress = (address: string): string =>
  address.includes(":") && URL.canParse(`http://[${address}]`)
    ? new URL(`http://[${address}]`).hostname.slice(1, -1)
    : address;
