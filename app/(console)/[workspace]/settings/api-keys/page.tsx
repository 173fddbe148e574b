import type { Metadata } from "next";
import { SettingsPage } from "@/components/settings/settings-page";
import type { TextKey } from "@/components/text/messages";
import type { Text } from "@/components/text/text";
import { EmptyState } from "@/components/ui/empty-state";
import { Note } from "@/components/ui/note";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { listApiKeys } from "@/db/queries/api-keys";
import { ctx } from "@/server/boot";
import { pageView } from "../../page-view";
import { settingsView } from "../settings-view";
import { CreateKey } from "./create-key";
import { FirstEvent } from "./first-event";
import { loadFirstEvent } from "./load-first-event";
import { RevokeKey } from "./revoke-key";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await pageView((await params).workspace);
  return { title: t("settings.apiKeys") };
}

export default async function ApiKeysPage({ params }: Props) {
  const view = await settingsView((await params).workspace, "manage_keys");
  const { t, workspaceId, slug, member, viewerZone, locale, mayChange, whyNot, back } = view;
  const sandbox = member.workspace.kind === "sandbox";
  const [keys, made] = await Promise.all([
    listApiKeys(ctx.db, workspaceId),
    loadFirstEvent(workspaceId, view.now),
  ]);
  // Keys live in real time, also where a test clock rules.
  const clock = { viewerZone, locale, now: Date.now() };
  const columns = ["name", "keyColumn", "keyMay", "keyCreated", "keyUsed"] as const;
  return (
    <SettingsPage
      wide
      title={t("settings.apiKeys")}
      back={back}
      lead={t(sandbox ? "settings.keysLeadTest" : "settings.keysLeadLive")}
      actions={mayChange ? <CreateKey slug={slug} /> : null}
    >
      {whyNot ? <Note>{whyNot}</Note> : null}
      {keys.length === 0 ? (
        <EmptyState title={t("settings.keysEmpty")}>{t("settings.keysEmptyText")}</EmptyState>
      ) : (
        <div className="max-md:-mx-4">
          <Table
            caption={t("settings.keysCaption")}
            columns={[
              ...columns.map((name) => ({ label: t(`settings.${name}`) })),
              { label: t("settings.keyActions"), hidden: true },
            ]}
          >
            {keys.map(({ id, name, hint, scopes, createdAt, createdBy, lastUsedAt, revokedAt }) => (
              <tr key={id} className={revokedAt ? "text-ft-3" : undefined}>
                <th scope="row" data-label={t("settings.name")}>
                  {name}
                </th>
                <td
                  data-label={t("settings.keyColumn")}
                  className="font-mono text-xs whitespace-nowrap"
                >
                  ft_{sandbox ? "test" : "live"}_…{hint}
                </td>
                <td data-label={t("settings.keyMay")}>{scopesText(scopes, t)}</td>
                <td data-label={t("settings.keyCreated")}>
                  <span>
                    <Time at={createdAt} {...clock} />
                    {createdBy ? <span className="text-ft-3">, {createdBy}</span> : null}
                  </span>
                </td>
                <td data-label={t("settings.keyUsed")}>
                  {lastUsedAt ? (
                    <Time at={lastUsedAt} {...clock} />
                  ) : (
                    <span className="text-ft-3">{t("settings.keyNever")}</span>
                  )}
                </td>
                <td className="text-end">
                  {revokedAt ? (
                    <span>
                      {t.rich("settings.keyRevoked", {
                        at: () => <Time key="at" at={revokedAt} {...clock} />,
                      })}
                    </span>
                  ) : mayChange ? (
                    <RevokeKey slug={slug} id={id} name={name} />
                  ) : null}
                </td>
              </tr>
            ))}
          </Table>
        </div>
      )}
      <FirstEvent appUrl={ctx.config.appUrl} {...{ sandbox, made, t }} />
    </SettingsPage>
  );
}

const WIDE = {
  "*": "settings.scope_all",
  read: "settings.scope_read",
  write: "settings.scope_write",
} as const satisfies Record<string, TextKey>;

const scopesText = (scopes: string[], t: Text): string =>
  scopes
    .map((scope) => {
      const wide = Object.entries(WIDE).find(([name]) => name === scope);
      return wide ? t(wide[1]) : scope;
    })
    .join(", ");
