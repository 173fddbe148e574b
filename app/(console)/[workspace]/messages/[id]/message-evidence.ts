import { z } from "zod";
import { plainAddress } from "@/core/delivery/push-address";
import type { MessageRow } from "@/db/queries/messages";

const Addresses = z.array(z.looseObject({ address: z.string() }));

/** What the decision about a message was made of. */
export const messageEvidence = (row: EvidenceRow): Record<string, unknown> => ({
  ...row.params,
  ...row.evidence,
  ...addressesOf(row),
  template: row.template,
  step: row.step,
  ...(row.topic && { topic: row.topic }),
  ...(row.providerMessageId && { providerMessageId: row.providerMessageId }),
});

type EvidenceRow = Pick<
  MessageRow,
  "channel" | "params" | "evidence" | "template" | "step" | "topic" | "providerMessageId"
>;

/** A browser's address holds keys, which nobody needs to see. */
function addressesOf({ channel, evidence }: EvidenceRow) {
  const { data } = Addresses.safeParse(evidence?.addresses);
  if (!data) return {};
  const addresses = data.map((each) => ({
    ...each,
    address: plainAddress(channel, each.address),
  }));
  return { addresses };
}
