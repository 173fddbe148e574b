import { type InboxAnswer, type InboxWhich, SNOOZE_DAYS_MAX } from "@/core/contracts/inbox";
import { AppError } from "@/core/errors";
import { DAY_MS, type Instant, toRfc3339 } from "@/core/time";
import { inTransaction } from "@/db/client";
import { readChanged, readNamed } from "@/db/queries/inbox";
import { type Mark, markItems, noteRead, type Which } from "@/db/queries/inbox-writes";
import { nowOf } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";
import { tellHits } from "@/server/webhooks/tell-hits";
import { answerOf } from "./item-shape";
import type { Reader } from "./reader";

/** Two of one person's tabs may hold each other up; one of them begins again. */
const TRIES = 3;

/**
 * Marks items of the reader's inbox, and answers with how it stands then. Those that are marked so
 * already, are somebody else's or are not there stay as they are.
 */
export async function mark(
  ctx: Ctx,
  reader: Reader,
  verb: Mark,
  which: InboxWhich,
  until: Instant | null = null,
): Promise<InboxAnswer> {
  const some: Which = "ids" in which ? { ids: which.ids } : { upTo: which.upTo };
  const work = inTransaction(
    ctx.db,
    async (tx) => {
      const now = await nowOf(tx, reader.workspaceId);
      if (until !== null) checkUntil(until, now);
      const opened = verb === "read" ? await noteRead(tx, reader, some, now) : [];
      for (const id of opened) await tellHits(ctx, tx, { workspaceId: reader.workspaceId, id });
      const since = await markItems(tx, reader, verb, some, { now, until });
      if ("ids" in some) return answerOf(ctx, await readNamed(tx, reader, some.ids));
      const [row] = await readChanged(tx, [{ ...reader, since }]);
      if (!row) throw new Error("Invariant violated: an inbox asked for is answered");
      return answerOf(ctx, row);
    },
    { tries: TRIES },
  );
  return work;
}

function checkUntil(until: Instant, now: Instant): void {
  if (until > now && until <= now + SNOOZE_DAYS_MAX * DAY_MS) return;
  const message = `must lie ahead, at most ${SNOOZE_DAYS_MAX} days; it is ${toRfc3339(now)} now`;
  throw new AppError("invalid", `until ${message}`, { errors: [{ path: "until", message }] });
}
