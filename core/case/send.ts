import { addDuration } from "@/core/calendar/duration";
import type { MessageRequest } from "@/core/delivery/request";
import type { Instant } from "@/core/time";
import type { MessageClass } from "@/core/workflow/message-class";
import type { ChannelUse, Instruction } from "@/core/workflow/program";
import type { TargetRole } from "@/core/workflow/steps/escalate";
import { teamCandidates } from "./availability";
import { inOrder, preferredIn } from "./channel-order";
import { isEnding, log, type Run, UNDO_WINDOW_MS, visitOf, zoneOf } from "./run";
import type { Memory } from "./state";

/** Messages of one case, where its workflow sets no other limit. */
export const MESSAGES_MAX = 200;

type SendInstruction = Extract<Instruction, { op: "send" }>;
type Asked = Omit<MessageRequest, "ending" | "ghost" | "class">;

/**
 * Plans the messages of a send step: one per recipient and channel, or the first of `anyOf`, which is
 * the one its recipient prefers where that reaches them.
 */
export function send(run: Run, instruction: SendInstruction): void {
  const { audience, people } = recipientsOf(run, instruction);
  const takenOut = isEnding(run) ? undefined : takeTakenOut(run, run.state.step ?? "");
  // Nothing takes the place of a message that somebody took out: no next channel, no fallback.
  const report = !takenOut && (instruction.mode === "first" || instruction.fallback !== null);
  const ending = isEnding(run);
  for (const personId of people) {
    const preferred = preferredIn(run, instruction, personId, { audience, ending });
    const uses = inOrder(instruction.uses, preferred);
    for (const use of instruction.mode === "first" ? uses.slice(0, 1) : uses) {
      planMessage(run, personId, use, run.now, {
        audience,
        ...(report && { report }),
        ...(instruction.mode === "first" && { place: 0 }),
        ...(instruction.ignoreQuietHours && { ignoreQuietHours: true }),
        ...(preferred !== null && { preferred, because: preferring(run, personId, preferred) }),
      });
    }
  }
  if (takenOut) endPlanned(run, takenOut);
}

/** Why this channel, and what else led to the message. */
const preferring = ({ because }: Run, personId: string, channel: string) => ({
  code: "send.preferred",
  params: { channel, personId, ...(because && { because }) },
});

type TakenOut = NonNullable<Memory["takenOut"]>[string];

/** Who took the messages of this step out of the plan, and why; said once. */
export function takeTakenOut(run: Run, step: string): TakenOut | undefined {
  const { [step]: found, ...others } = run.memory.takenOut ?? {};
  if (!found) return undefined;
  if (Object.keys(others).length === 0) delete run.memory.takenOut;
  else run.memory.takenOut = others;
  return found;
}

/** The messages just planned end unsent: each has its row and its reason. */
function endPlanned(run: Run, params: TakenOut): void {
  const { step } = run.state;
  const visit = visitOf(run);
  for (const effect of [...run.effects]) {
    if (effect.type !== "plan_message") continue;
    const { channel, personId } = effect.message;
    if (effect.message.step !== step || effect.message.visit !== visit) continue;
    const message = { step, visit, channel, personId };
    run.effects.push({ type: "end_message", message, code: "skip.manual", params });
  }
}

/** Plans one message, unless the case has reached its limit. The step and visit are the run's. */
export function planMessage(
  run: Run,
  personId: string,
  use: ChannelUse,
  at: Instant,
  asked: Asked,
  where: { step?: string; visit?: number; stage?: string } = {},
): void {
  const { memory, state } = run;
  const max = run.program.definition.limits?.messagesMax ?? MESSAGES_MAX;
  const planned = memory.messages ?? 0;
  if (planned >= max && !isEnding(run)) {
    log(run, "limit.messages", { max, channel: use.channel, to: personId });
    return;
  }
  memory.messages = planned + 1;
  // Another channel of the same message does not start the wait after it anew.
  if (where.step === undefined) memory.lastMessageAt = at;
  if (personId !== run.facts.person.id) tell(run, personId);
  const stage = where.stage ?? state.stage;
  const messageClass = stage === null ? undefined : run.program.stageClasses.get(stage);
  run.effects.push({
    type: "plan_message",
    message: {
      step: where.step ?? state.step ?? "",
      visit: where.visit ?? visitOf(run),
      stage,
      personId,
      channel: use.channel,
      template: use.template,
      deliverAt: run.undoable ? at + UNDO_WINDOW_MS : at,
      request: {
        ...(run.because && { because: run.because }),
        ...asked,
        ...(messageClass && { class: messageClass }),
        ...(isEnding(run) && { ending: true }),
        ...(isHeldOut(run, messageClass) && { ghost: true }),
        ...(run.by.kind === "operator" && { by: run.by.name }),
      },
    },
  });
}

/**
 * Whether what the case sends now is only counted: it is in a holdout, and its topic not required. What
 * is owed to people is not kept from them to learn what it is good for; advertising is never owed.
 */
export function isHeldOut({ memory, program, facts }: Run, messageClass?: MessageClass): boolean {
  if (!memory.holdout) return false;
  const { topic } = program.definition;
  return messageClass === "promotional" || !facts.workspace.requiredTopics.has(topic);
}

function tell(run: Run, personId: string): void {
  const told = run.memory.told ?? [];
  if (!told.includes(personId)) run.memory.told = [...told, personId];
}

function recipientsOf(
  run: Run,
  { to }: SendInstruction,
): { audience: MessageRequest["audience"]; people: string[] } {
  const { facts, state, memory } = run;
  if (to === "person") return { audience: "person", people: [facts.person.id] };
  if (to === "involved") {
    const people = (memory.told ?? []).filter(
      (id) => id !== facts.person.id && state.closedBy !== `person:${id}`,
    );
    return { audience: "involved", people };
  }
  if (to === "owner") {
    const { owner } = state;
    if (owner === null) log(run, "skip.no_person", { target: "owner", why: "no_owner" });
    if (owner && "personId" in owner) return { audience: "owner", people: [owner.personId] };
    return { audience: "owner", people: owner ? available(run, owner.team, undefined) : [] };
  }
  if ("person" in to) return { audience: "named", people: [to.person] };
  return { audience: "team", people: available(run, to.team, to.role) };
}

function available(run: Run, team: string, role: TargetRole | undefined) {
  const people: string[] = [];
  for (const candidate of teamCandidates(team, role, run.facts, run.now)) {
    if (candidate.ok) people.push(candidate.personId);
    else log(run, "skip.no_person", { target: candidate.target, why: candidate.why });
  }
  return [...new Set(people)];
}

type Report = {
  step: string;
  visit: number;
  place: number;
  preferred?: string | undefined;
  outcome: "sent" | "not_sent" | "failed";
  personId: string;
  channel: string;
};

/**
 * Delivery tells what became of a message: a refusal moves `anyOf` to its next place; the outcome
 * of the first message starts the clock of the step's `fallback`.
 */
export function afterDelivery(run: Run, report: Report): void {
  const pc = run.program.addressOf.get(report.step);
  const instruction = pc === undefined ? undefined : run.program.instructions[pc];
  if (instruction?.op !== "send") return;
  const where = { step: report.step, visit: report.visit, stage: instruction.stage };
  const audience = audienceOf(instruction);
  if (instruction.mode === "first" && report.outcome !== "sent") {
    const { preferred } = report;
    const place = report.place + 1;
    const use = inOrder(instruction.uses, preferred)[place];
    if (use) {
      run.because = { code: "send.next_channel", params: { channel: report.channel } };
      const asked: Asked = { audience, place, report: true, ...(preferred && { preferred }) };
      planMessage(run, report.personId, use, run.now, asked, where);
      return;
    }
  }
  const { fallback } = instruction;
  if (!fallback || report.channel === fallback.use.channel) return;
  const at = addDuration(run.now, fallback.after, zoneOf(run));
  const { unless, after } = fallback;
  run.because = { code: "send.fallback", params: { channel: report.channel, unless, after } };
  const asked: Asked = { audience, unless: fallback.unless, unlessChannel: report.channel };
  planMessage(run, report.personId, fallback.use, at, asked, where);
}

function audienceOf({ to }: SendInstruction): MessageRequest["audience"] {
  if (to === "person" || to === "owner" || to === "involved") return to;
  return "person" in to ? "named" : "team";
}
