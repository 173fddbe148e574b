import { ATTEMPTS_MAX } from "@/core/delivery/attempts";
import { RenderedContent } from "@/core/delivery/rendered-content";
import { MessageRequest } from "@/core/delivery/request";
import { EmailLayout } from "@/core/template/email-layout";
import { inTransaction, type Tx } from "@/db/client";
import { Brand } from "@/db/schema";
import { databaseNow } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";
import { announceMessage } from "@/server/live/announce";
import type { ProviderRegistry } from "@/server/providers/registry";
import { tellMessage } from "@/server/webhooks/tell";
import { type Background, beside } from "./beside";
import { followCarriers } from "./carried";
import { type CarriedOn, isPast, stillOpen, withCarried } from "./carried-on";
import { handOver, stay } from "./hand-over";
import { jsonText } from "./json-text";
import { type LostRow, lockLost } from "./lost-messages";
import { brandOf, type Parcel } from "./parcel";
import { type Reported, reportOutcomes } from "./reports";
import { APPEND_TRIED, triedText } from "./tried-text";

const TAKE_OVER = `
  update messages m set attempt_by = $1::uuid, attempt_at = clock_timestamp(), tried = ${APPEND_TRIED},
      attempts = m.attempts + 1, content = coalesce(u.content::jsonb, m.content),
      params = coalesce(m.params, '{}'::jsonb)
        || jsonb_build_object('maybeSent', true, 'maybeSince', u.since)
    from unnest($2::uuid[], $3::uuid[], $4::float8[], $5::text[], $6::text[])
      as u(workspace_id, id, since, content, tried)
   where m.workspace_id = u.workspace_id and m.id = u.id
   returning m.id, m.attempt_at::text as "attemptAt"`;

const GIVE_UP = `
  update messages m set status = 'unknown', code = 'fail.unknown', params = u.params::jsonb,
      decided_at = clock_timestamp(), attempt_by = null, tried = ${APPEND_TRIED}
    from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) as u(workspace_id, id, params, tried)
   where m.workspace_id = u.workspace_id and m.id = u.id`;

type Whole = LostRow & { carried: readonly CarriedOn[] };
type Found = {
  parcel: Omit<Parcel, "attemptAt">;
  giveUp: string | null;
  carried: readonly CarriedOn[];
  /** The attempt whose worker is gone. */
  tried: string | null;
  /** Its words are other than those that are stored. */
  isShorter: boolean;
};
type Lost = Omit<Reported, "outcome"> & {
  id: string;
  tried: string | null;
  carries: boolean;
  params: { why: string; provider: string };
};

/**
 * Messages whose worker died while it handed them over. A provider with idempotency is asked again
 * with the same key. For any other, and for a case that has been closed since, the message becomes
 * `unknown` with the reason: it may have left, and a second copy or one after the end would be worse.
 * `smtpRetryUnknown` turns the former into another attempt. A list goes on without the matters that
 * are closed by now. Gives how many were found.
 */
export async function recover(
  ctx: Ctx,
  round: { workerId: string; providers: ProviderRegistry; background?: Background },
): Promise<{ found: number }> {
  let taken: readonly Parcel[] = [];
  const again = await inTransaction(ctx.db, async (tx) => {
    const found = await findAgain(ctx, tx, round);
    taken = found.parcels;
    return found;
  }).catch(async (error: unknown) => {
    // The answer to COMMIT may be lost; then they are ours, and nobody would hand them over.
    if (taken.length > 0) {
      const staying = [{ parcels: taken, waitMs: 0, said: null }];
      await beside(round.background, stay(ctx, round.workerId, staying));
    }
    throw error;
  });
  const { found, parcels } = again;
  if (found > 0) ctx.log.warn({ found, again: parcels.length }, "recovered messages");
  await beside(round.background, handOver(ctx, { ...round, recovered: true }, parcels));
  return { found };
}

type Round = { workerId: string; providers: ProviderRegistry };

async function findAgain(
  ctx: Ctx,
  tx: Tx,
  { workerId, providers }: Round,
): Promise<{ found: number; parcels: Parcel[] }> {
  const gone = await withCarried(tx, await lockLost(tx, workerId));
  const workspaces = new Map(gone.map((row) => [row.workspaceId, row.accountsRevision]));
  await providers.load(
    tx,
    [...workspaces].map(([id, accountsRevision]) => ({ id, accountsRevision })),
  );
  const rows = gone.filter((row) => row.silent || isIdempotent(row, providers));
  if (rows.length === 0) return { found: 0, parcels: [] };
  const found = rows.map((row) => judge(row, providers));
  await giveUp(ctx, tx, found.flatMap(lostOf));
  const going = found.filter((f) => f.giveUp === null);
  return { found: rows.length, parcels: await takeOver(tx, workerId, going) };
}

async function takeOver(tx: Tx, workerId: string, going: readonly Found[]): Promise<Parcel[]> {
  if (going.length === 0) return [];
  const rows = await tx.$client.unsafe<{ id: string; attemptAt: string }[]>(TAKE_OVER, [
    workerId,
    going.map(({ parcel }) => parcel.workspaceId),
    going.map(({ parcel }) => parcel.id),
    going.map(({ parcel }) => parcel.maybeSince),
    going.map(({ parcel, isShorter }) => (isShorter ? jsonText(parcel.content) : null)),
    going.map(({ tried }) => tried),
  ]);
  const attempts = new Map(rows.map(({ id, attemptAt }) => [id, attemptAt]));
  return going.flatMap(({ parcel }) => {
    const attemptAt = attempts.get(parcel.id);
    return attemptAt === undefined ? [] : [{ ...parcel, attemptAt }];
  });
}

/** For any other, a lost lock alone is no proof: a living worker may just have lost its connection. */
const isIdempotent = (row: LostRow, providers: ProviderRegistry): boolean =>
  providers.byName(row.workspaceId, row.provider)?.idempotent === true;

function judge({ carried, ...row }: Whole, providers: ProviderRegistry): Found {
  const request = MessageRequest.parse(row.request);
  const stored = RenderedContent.parse(row.content);
  const open = stillOpen(stored, { ...row, request }, carried);
  const { workspaceName, workspaceLocale, brand, layout, ...about } = row;
  const { topicKey, topicName, status, silent, ...rest } = about;
  const { accountsRevision: _, now: __, triedAt, ...message } = rest;
  const parcel: Found["parcel"] = {
    ...message,
    request,
    attempts: row.attempts + 1,
    maybeSent: true,
    content: open ?? stored,
    brand: brandOf(
      { name: workspaceName, locale: workspaceLocale, brand: Brand.safeParse(brand).data ?? {} },
      EmailLayout.safeParse(layout).data,
    ),
    topic: topicKey === null ? null : { key: topicKey, name: topicName ?? topicKey },
  };
  const giveUp = whyNotAgain(row, open !== null, providers);
  const { provider } = row;
  const tried =
    triedAt === null ? null : triedText({ at: triedAt, provider, end: "lost", text: null });
  return { parcel, giveUp, carried, tried, isShorter: parcel.content !== stored };
}

function whyNotAgain(row: LostRow, isOpen: boolean, providers: ProviderRegistry): string | null {
  const provider = providers.byName(row.workspaceId, row.provider);
  if (!provider) return "no_provider";
  if (!isOpen) return "case_closed";
  if (row.attempts >= ATTEMPTS_MAX) return "attempts";
  const { idempotentForMs = Number.POSITIVE_INFINITY } = provider;
  if (row.now - row.maybeSince > idempotentForMs) return "key_expired";
  return provider.idempotent || provider.whenUnknown === "retry" ? null : "not_idempotent";
}

/** What is given up: a message with all it carries, or of a list what is closed by now. */
function lostOf({ parcel, giveUp: why, carried, tried }: Found): Lost[] {
  const { provider } = parcel;
  if (why !== null) return [{ ...parcel, tried, params: { why, provider } }];
  const params = { why: "case_closed", provider };
  return carried.filter(isPast).map((message) => ({ ...message, tried, carries: false, params }));
}

async function giveUp(ctx: Ctx, tx: Tx, lost: readonly Lost[]): Promise<void> {
  if (lost.length === 0) return;
  await tx.$client.unsafe(GIVE_UP, [
    lost.map(({ workspaceId }) => workspaceId),
    lost.map(({ id }) => id),
    lost.map(({ params }) => jsonText(params)),
    lost.map(({ tried }) => tried),
  ]);
  for (const message of lost) {
    announceMessage(tx, message, "unknown");
    tellMessage(tx, message, "unknown");
  }
  const carriers = lost.filter(({ carries }) => carries);
  const followed = await followCarriers(tx, carriers);
  const reported = lost.map((message) => ({ ...message, outcome: "sent" as const }));
  await reportOutcomes(ctx, tx, [...reported, ...followed], await databaseNow(tx));
}
