import { messageScope } from "@/core/case/message-scope";
import type { Unwritten } from "@/core/delivery/unwritten";
import { pickContent } from "@/core/template/content";
import { usableLocale } from "@/core/template/formats";
import { renderContent } from "@/core/template/render-content";
import { snippetsFor } from "@/core/template/snippet";
import { personName } from "@/server/cases/people-facts";
import type { ClaimedRow } from "./claimed-rows";
import type { Recipient } from "./recipients";
import type { Batch } from "./settle";
import type { Settled } from "./settled";
import type { CachedTemplate, WorkspaceDelivery } from "./workspace-cache";

type RenderOutcome =
  | { ok: true; content: Extract<Settled, { kind: "sent" }>["content"] }
  | ({ ok: false } & Unwritten);

/** The words of a message for its recipient, in their language; or what stands in the way of them. */
export function renderMessage(
  row: ClaimedRow,
  cached: CachedTemplate | null,
  recipient: Recipient,
  workspace: WorkspaceDelivery,
  batch: Batch,
): RenderOutcome {
  const template = row.template;
  if (!cached) {
    const params = { template, text: `there is no template "${template}"` };
    return { ok: false, params, awaits: null };
  }
  const locale = usableLocale(recipient.locale ?? workspace.locale);
  const zone = recipient.timeZone ?? workspace.timeZone;
  const owner =
    row.ownerPersonId && batch.people.get(personName(row.workspaceId, row.ownerPersonId));
  const scope = messageScope({
    row,
    saved: row.saved ?? {},
    person: batch.people.get(personName(row.workspaceId, row.primaryId)) ?? null,
    recipient,
    ownerName: owner
      ? (owner.name ?? owner.id)
      : (batch.teamNames.get(`${row.workspaceId}/${row.ownerTeam}`) ?? row.ownerTeam),
    url: `${batch.appUrl}/${workspace.slug}/cases/${row.number}`,
    messages: batch.siblings.get(row.caseId) ?? [],
    history: batch.history.get(row.caseId),
    open: batch.open.get(row.caseId),
    now: batch.now,
  });
  const { layout } = cached.template;
  const home = workspace.locale;
  const result = renderContent(pickContent(cached.template, locale, home), scope, {
    locale,
    zone,
    now: batch.now,
    snippets: snippetsFor(workspace.snippets, { locale, home }),
  });
  if (result.ok) {
    return { ok: true, content: { locale, ...(layout && { layout }), ...result.rendered } };
  }
  const { field, message: text, line, column, awaits = null } = result;
  return { ok: false, params: { template, field, line, column, text }, awaits };
}
