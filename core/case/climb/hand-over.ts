import { targetWord } from "@/core/workflow/target-word";
import type { Refusal } from "../advance";
import { candidatesOf } from "../availability";
import { execute } from "../execute";
import { actorParams, actorText, log, nextTurn, type Run, visitOf } from "../run";
import { type Candidate, nameOf } from "../stand-in";
import type { Owner } from "../state";
import { escalationAt, forgetAcknowledgement } from "./acknowledgement-end";
import { nextEscalation, wantSomebody } from "./by-hand";
import { deadlineOf } from "./climb";
import { goToEscalation, interrupt } from "./interrupt";
import { type EscalateInstruction, keptOf, ladderOf, levelAt } from "./ladder";
import { tellHelper } from "./tell";
import { noteEnded, noteTold } from "./turns";

/**
 * Gives the case to a person or a team: they are told as the level says, and it waits for them in the
 * level's time; then it climbs on. Outside an escalation it goes on afterwards where it stood.
 */
export function handOver(run: Run, to: Owner): Refusal | null {
  const { state, memory, program } = run;
  const here = program.instructions[state.pc];
  const isClimbing = here?.op === "escalate" && memory.climb !== undefined;
  const place = isClimbing ? { pc: state.pc, instruction: here } : placeOf(run);
  if (!place) return { code: "no_escalation", params: {} };
  const { instruction } = place;
  const kept = memory.climb ?? memory.acknowledgementEnd;
  const ladder = ladderOf(run, instruction, kept);
  const n = Math.max(1, Math.min(state.level, ladder?.levels.length ?? 1));
  const level = ladder && levelAt(ladder, n);
  if (!level) return { code: "no_escalation", params: {} };
  const target = "personId" in to ? { person: to.personId } : to;
  const candidates = candidatesOf(target, state.owner, run.facts, run.now);
  const people = new Map(
    candidates.flatMap((each): [string, Candidate & { ok: true }][] =>
      each.ok ? [[each.personId, each]] : [],
    ),
  );
  const missing = candidates.find((each) => !each.ok);
  const [taker] = people.values();
  if (!taker) {
    const { target: who, why } = missing ?? { target: "", why: "unknown_person" };
    return { code: "nobody_there", params: { target: who, why } };
  }

  wantSomebody(run);
  if (!isClimbing) arrive(run, place);
  forgetAcknowledgement(run);
  delete memory.acknowledgementEnd;
  noteEnded(run, "ended", actorText(run.by));
  nextTurn(run);
  state.owner = "personId" in to ? { personId: taker.personId } : to;
  const params = { by: actorParams(run.by), to };
  log(run, "case.handed_over", params);
  run.because = { code: "case.handed_over", params };
  const { acknowledgeWithin, channels } = level;
  for (const personId of people.keys()) {
    tellHelper(run, personId, channels, { level: n, acknowledgeWithin });
  }
  const deadline = deadlineOf(run, level, taker);
  const told = { people: [...people.keys()], why: missing && !missing.ok ? missing.why : null };
  const team = "team" in to ? to.team : null;
  const lap = memory.climb?.lap ?? 0;
  const policy = instruction.escalate.policy ?? null;
  const targets = [{ target: targetWord(target), team, ...told }];
  noteTold(run, { level: n, lap, policy, byHand: true, deadline, targets });
  log(run, "esc.told", { to: told.people.map((id) => nameOf(id, run.facts)) });
  state.level = n;
  memory.climb = {
    ...keptOf(instruction, ladder),
    level: n,
    lap,
    deadline,
    visit: visitOf(run),
  };
  execute(run);
  return null;
}

/** Whose channels and time count: those of the escalation that was acknowledged last, or the next one's. */
function placeOf(run: Run): { pc: number; instruction: EscalateInstruction } | null {
  const { acknowledgementEnd } = run.memory;
  return (acknowledgementEnd && escalationAt(run, acknowledgementEnd.step)) ?? nextEscalation(run);
}

function arrive(run: Run, { pc }: { pc: number }): void {
  delete run.memory.announced;
  if (pc === run.state.pc) goToEscalation(run, pc);
  else interrupt(run, pc);
}
