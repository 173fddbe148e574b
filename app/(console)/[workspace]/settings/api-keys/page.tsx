import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { Note } from "@/components/ui/note";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { may, missingRoleText } from "@/core/operator/role";
import { listApiKeys } from "@/db/queries/api-keys";
import { ctx } from "@/server/boot";
import { pageView } from "../../page-view";
import { CreateKey } from "./create-key";
import { FirstEvent } from "./first-event";
import { RevokeKey } from "./revoke-key";

export const metadata: Metadata = { title: "API keys" };

const COLUMNS = [
  { label: "Name" },
  { label: "Key" },
  { label: "May" },
  { label: "Created" },
  { label: "Last used" },
  { label: "Actions", hidden: true },
];

export default async function ApiKeysPage({ params }: { params: Promise<{ workspace: string }> }) {
  const view = await pageView((await params).workspace);
  const { workspaceId, slug, member, viewerZone, locale } = view;
  const sandbox = member.workspace.kind === "sandbox";
  const mayManage = may(member.role, "manage_keys");
  const keys = await listApiKeys(ctx.db, workspaceId);
  // Keys live in real time, also where a test clock rules.
  const clock = { viewerZone, locale, now: Date.now() };
  return (
    <>
      <PageHeader title="API keys" actions={mayManage ? <CreateKey slug={slug} /> : null}>
        <p className="text-ft-2">
          {sandbox
            ? "Keys of this test workspace begin with ft_test_ and reach nothing live."
            : "Keys of this live workspace begin with ft_live_: what they send reaches people."}
        </p>
      </PageHeader>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 pt-4 md:px-6">
        {mayManage ? null : <Note>{missingRoleText(member.role, "manage_keys")}</Note>}
        {keys.length === 0 ? (
          <EmptyState title="No keys yet.">
            A key lets a system send events and ask for state. Create one, then send your first
            event.
          </EmptyState>
        ) : (
          <Table caption="API keys, newest first" columns={COLUMNS}>
            {keys.map(({ id, name, hint, scopes, createdAt, createdBy, lastUsedAt, revokedAt }) => (
              <tr key={id} className={revokedAt ? "text-ft-3" : undefined}>
                <th scope="row" data-label="Name">
                  {name}
                </th>
                <td data-label="Key" className="font-mono text-xs whitespace-nowrap">
                  ft_{sandbox ? "test" : "live"}_…{hint}
                </td>
                <td data-label="May">{scopesText(scopes)}</td>
                <td data-label="Created">
                  <span>
                    <Time at={createdAt} {...clock} />
                    {createdBy ? <span className="text-ft-3">, {createdBy}</span> : null}
                  </span>
                </td>
                <td data-label="Last used">
                  {lastUsedAt ? (
                    <Time at={lastUsedAt} {...clock} />
                  ) : (
                    <span className="text-ft-3">never</span>
                  )}
                </td>
                <td className="text-end">
                  {revokedAt ? (
                    <span>
                      Revoked <Time at={revokedAt} {...clock} />
                    </span>
                  ) : mayManage ? (
                    <RevokeKey slug={slug} id={id} name={name} />
                  ) : null}
                </td>
              </tr>
            ))}
          </Table>
        )}
        <div className="px-4 md:px-0">
          <FirstEvent appUrl={ctx.config.appUrl} sandbox={sandbox} />
        </div>
      </div>
    </>
  );
}

const WIDE: Readonly<Record<string, string>> = {
  "*": "everything",
  read: "read everything",
  write: "write everything",
};

const scopesText = (scopes: string[]): string =>
  scopes.map((scope) => WIDE[scope] ?? scope).join(", ");
