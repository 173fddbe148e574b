import type { Refusal } from "../advance";
import { recordAnswer } from "../record-answer";
import { actorParams, actorText, log, type Run } from "../run";
import { nameOf } from "../stand-in";
import { lookAgain } from "../wake";
import { renewAcknowledgement } from "./acknowledgement-end";
import { acknowledgedBy, stillOwing } from "./owed";
import { noteEnded } from "./turns";

/** Somebody takes the case on. The first has it; a later one is told who. */
export function acknowledge(run: Run, personId: string | undefined): Refusal | null {
  const { state, memory } = run;
  const helper = helperOf(run, personId);
  const who = helper ?? actorText(run.by);
  if (state.acknowledgedAt !== null) {
    if (state.acknowledgedBy === who) return null;
    return {
      code: "already_acknowledged",
      params: { by: state.acknowledgedBy, at: state.acknowledgedAt },
    };
  }
  const answer = { kind: "acknowledgement", name: "acknowledged", at: run.now, by: who } as const;
  const left = memory.climb && acknowledgedBy(memory.climb, helper);
  if (left) {
    if (left === memory.climb) return null;
    if (memory.climb?.acknowledged === undefined) own(run, helper);
    memory.climb = left;
    const waitsFor = stillOwing(left).map((id) => nameOf(id, run.facts));
    log(run, "esc.ack_partly", { by: actorParams(run.by), level: state.level, left: waitsFor });
    recordAnswer(run, answer);
    lookAgain(run);
    return null;
  }
  // Where everyone had to, the first of them has it.
  const [first] = memory.climb?.acknowledged ?? [];
  state.acknowledgedAt = run.now;
  state.acknowledgedBy = who;
  own(run, first !== undefined && isOwing(run, helper) ? first : helper);
  // Its own turn was acknowledged in time, even where the level waits for the resolution.
  noteEnded(run, "acknowledged", who);
  log(run, "esc.ack", { by: actorParams(run.by), level: state.level });
  recordAnswer(run, answer);
  lookAgain(run);
  return null;
}

/** Somebody takes the case on, whoever has it; once more by the same changes nothing. */
export function takeOver(run: Run, personId: string | undefined): Refusal | null {
  const { state } = run;
  const helper = helperOf(run, personId);
  const who = helper ?? actorText(run.by);
  const { owner: from } = state;
  const owner = helper === null ? null : { personId: helper };
  const isTheirs = from !== null && "personId" in from && from.personId === helper;
  if (state.acknowledgedBy === who && (isTheirs || owner === from)) return null;
  const before = state.acknowledgedAt;
  state.acknowledgedAt = run.now;
  state.acknowledgedBy = who;
  state.owner = owner;
  noteEnded(run, "acknowledged", who);
  log(run, "case.taken_over", { by: actorParams(run.by), from, ...(owner && { to: owner }) });
  recordAnswer(run, { kind: "acknowledgement", name: "acknowledged", at: run.now, by: who });
  // It answers the escalation that the one before answered, and no later one.
  if (before !== null && before <= (run.memory.climbedAt ?? before - 1))
    run.memory.climbedAt = run.now;
  renewAcknowledgement(run);
  run.effects.push({ type: "recheck_messages" });
  lookAgain(run);
  return null;
}

/** The person who acknowledges: whoever presses, or the one whom an operator or the API names. */
const helperOf = ({ by }: Run, personId: string | undefined): string | null =>
  by.kind === "person" ? by.id : (personId ?? null);

const isOwing = ({ memory }: Run, helper: string | null): boolean =>
  helper !== null && stillOwing(memory.climb).includes(helper);

/** The person who is followed up answers for themselves and owns nothing. */
function own(run: Run, helper: string | null): void {
  if (helper === null || (run.by.kind === "person" && helper === run.facts.person.id)) return;
  run.state.owner = { personId: helper };
}
