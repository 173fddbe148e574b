import type { ReachRequest } from "@/core/delivery/gate-input";
import type { PreferredChannel } from "@/core/delivery/preferred-channel";
import { lastSendingStage } from "@/core/workflow/last-sending-stage";
import type { ChannelUse, Instruction } from "@/core/workflow/program";
import type { Run } from "./run";
import { personOf } from "./stand-in";

type SendInstruction = Extract<Instruction, { op: "send" }>;

/** A step's channels with the preferred one first; the others keep the step's order. */
export function inOrder(
  uses: readonly ChannelUse[],
  preferred: string | null | undefined,
): ChannelUse[] {
  const first = uses.find(({ channel }) => channel === preferred);
  return first ? [first, ...uses.filter((use) => use !== first)] : [...uses];
}

/**
 * The channel that goes before the order of an `anyOf`, for one of its recipients: the one they
 * prefer, where the step names it, not first already, and it reaches them. Null: the step's order.
 */
export function preferredIn(
  { program, facts }: Pick<Run, "program" | "facts">,
  { mode, uses, stage }: SendInstruction,
  personId: string,
  asked: Pick<ReachRequest, "audience" | "ending">,
): PreferredChannel | null {
  if (mode !== "first" || uses.length < 2) return null;
  const preferred = personOf(personId, facts)?.preferredChannel ?? null;
  if (preferred === null || uses[0]?.channel === preferred) return null;
  const use = uses.find(({ channel }) => channel === preferred);
  if (!use) return null;
  const messageClass = program.stageClasses.get(stage);
  const request = { ...asked, ...(messageClass && { class: messageClass }) };
  const isLastReminder = stage === lastSendingStage(program.definition);
  return facts.reaches({ personId, use, request, isLastReminder }) ? preferred : null;
}
