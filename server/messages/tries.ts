import type { MessageDetail } from "@/core/contracts/messages";
import type { Db } from "@/db/client";
import type { MessageRow } from "@/db/queries/messages";
import { type AccountNames, accountNames } from "@/server/channels/account-names";

type Try = Omit<MessageDetail["tries"][number], "at" | "account"> & { at: Date };

/** Every attempt to hand over a message, the oldest first, as far as they are kept. */
export function triesOf({
  tried,
  provider,
  sentAt,
  status,
  attemptAt,
  attemptBy,
}: Pick<
  MessageRow,
  "tried" | "provider" | "sentAt" | "status" | "attemptAt" | "attemptBy"
>): Try[] {
  const failed = (tried ?? []).map((one) => ({ ...one, at: new Date(one.at) }));
  if (provider === null) return failed;
  if (sentAt) return [...failed, { at: sentAt, provider, end: "taken", text: null }];
  const isUnderWay = status === "sending" && attemptBy !== null && attemptAt !== null;
  return isUnderWay
    ? [...failed, { at: attemptAt, provider, end: "under_way", text: null }]
    : failed;
}

/** The names of all accounts that these messages of one workspace were handed to. */
export const accountsTried = (db: Db, rows: readonly MessageRow[]): Promise<AccountNames> => {
  const [first] = rows;
  if (!first) return Promise.resolve(() => null);
  const providers = rows.flatMap((row) => triesOf(row).map(({ provider }) => provider));
  return accountNames(db, first.workspaceId, providers);
};
