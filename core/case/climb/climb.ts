import { addDuration, durationMs } from "@/core/calendar/duration";
import { addWorkingTime } from "@/core/calendar/working-hours";
import type { Instant } from "@/core/time";
import type { Ladder, Level } from "@/core/workflow/steps/escalate";
import { channelOf } from "@/core/workflow/steps/shared";
import { targetWord } from "@/core/workflow/target-word";
import { helperCalendar } from "../helper-calendar";
import { actorText, log, nextTurn, type Run, visitOf, zoneOf } from "../run";
import { planMessage } from "../send";
import { type Candidate, nameOf, standIn } from "../stand-in";
import { type EscalateInstruction, type Kept, keptOf, ladderOf } from "./ladder";
import { lookUp } from "./look-up";
import { stillOwing } from "./owed";
import { tellHelper, tellWebhooks } from "./tell";
import { noteEnded, noteTold } from "./turns";

/** How a climb goes on beside the plan. */
export type Going = {
  /** Somebody wanted it now. */
  byHand?: boolean;
  /** Told beside the level: whoever had acknowledged and did not resolve. */
  beside?: string | null;
  /** Whose ladder it follows, where it starts over. */
  kept?: Kept;
};

/** Begins the climb: raises the priority, tells the primary person, goes to the first level with someone there. */
export function startClimb(
  run: Run,
  instruction: EscalateInstruction,
  going: Going = {},
): "waits" | "ended" {
  delete run.memory.acknowledgementEnd;
  delete run.memory.announced;
  const ladder = ladderOf(run, instruction, going.kept);
  const { priority, tell, policy } = instruction.escalate;
  if (!ladder) {
    log(run, "esc.exhausted", { why: "no_policy", policy });
    return "ended";
  }
  if (priority) run.state.priority = priority;
  const visit = visitOf(run);
  const result = goToLevel(run, instruction, ladder, { from: 1, lap: 0 }, going);
  if (result === "waits" && going.kept === undefined) {
    for (const entry of tell ?? []) {
      run.because = { code: "esc.started", params: { to: ownerName(run) } };
      const asked = { audience: "tell" } as const;
      // The levels have visits of their own: the person may stand in one of them too.
      planMessage(run, run.facts.person.id, channelOf(entry), run.now, asked, { visit });
    }
  }
  return result;
}

function ownerName(run: Run): string {
  const { owner } = run.state;
  if (owner === null) return "";
  return "personId" in owner ? nameOf(owner.personId, run.facts) : owner.team;
}

/** The level's time is over, or somebody wants the next one now. */
export function climbOn(
  run: Run,
  instruction: EscalateInstruction,
  going: Going = {},
): "waits" | "ended" {
  const ladder = ladderOf(run, instruction);
  const { climb } = run.memory;
  if (!ladder || !climb) return "ended";
  return goToLevel(run, instruction, ladder, { from: climb.level + 1, lap: climb.lap }, going);
}

/** Tries a level and those above it; levels where nobody is available are logged and passed at once. */
function goToLevel(
  run: Run,
  instruction: EscalateInstruction,
  ladder: Ladder,
  { from, lap }: { from: number; lap: number },
  going: Going,
): "waits" | "ended" {
  const tellFrom = (first: number, round: number): boolean => {
    for (let n = first; n <= ladder.levels.length; n++) {
      const level = ladder.levels[n - 1];
      const at = { n, lap: round };
      if (level && tellLevel(run, instruction, ladder, level, at, going)) return true;
    }
    return false;
  };
  if (tellFrom(from, lap)) return "waits";
  const { repeat } = ladder;
  if (repeat && lap < repeat.timesMax && run.memory.climb !== undefined) {
    log(run, "esc.repeated", { lap: lap + 1, toLevel: repeat.toLevel });
    if (tellFrom(repeat.toLevel, lap + 1)) return "waits";
  }
  exhaust(run, instruction, ladder, lap, going);
  return "ended";
}

function tellLevel(
  run: Run,
  instruction: EscalateInstruction,
  ladder: Ladder,
  level: Level,
  { n, lap }: { n: number; lap: number },
  { byHand = false, beside = null }: Going,
): boolean {
  const { climb } = run.memory;
  const first = climb === undefined;
  const policy = instruction.escalate.policy ?? null;
  nextTurn(run);
  const owing = stillOwing(climb);
  const found = lookUp(run, level.targets, n, { owing, except: climb?.acknowledged ?? [] });
  const { people, webhooks, targets } = found;
  if (people.size === 0 && webhooks.length === 0) {
    noteTold(run, { level: n, lap, policy, byHand, deadline: null, targets });
    return false;
  }

  const by = byHand ? actorText(run.by) : null;
  noteEnded(run, "climbed", by);
  const own = [...people.keys()];
  const [taker] = people.values();
  if (beside !== null && !people.has(beside)) {
    const candidate = standIn(beside, run.facts, run.now, null);
    if (candidate.ok && !people.has(candidate.personId)) {
      people.set(candidate.personId, candidate);
      const target = targetWord({ person: beside });
      targets.push({ target, team: null, people: [candidate.personId], why: null });
    }
  }
  const reason = run.because;
  if (!first) run.because = { code: "esc.level_up", params: { level: n } };
  const { acknowledgeWithin, channels, everyone } = level;
  for (const personId of people.keys()) {
    tellHelper(run, personId, channels, { level: n, acknowledgeWithin });
  }
  tellWebhooks(run, webhooks, n);
  const deadline = deadlineOf(run, level, taker);
  log(run, first ? "esc.started" : "esc.level_up", {
    level: n,
    to: [...people.keys()].map((id) => nameOf(id, run.facts)),
    within: acknowledgeWithin,
    until: deadline,
    ...(first && reason && { because: reason }),
  });
  noteTold(run, { level: n, lap, policy, byHand, deadline, targets });
  if (taker) run.state.owner = { personId: taker.personId };
  run.state.level = n;
  run.memory.climb = {
    ...keptOf(instruction, ladder),
    level: n,
    lap,
    deadline,
    visit: visitOf(run),
    ...(climb?.acknowledged && { acknowledged: climb.acknowledged }),
    ...(climb?.owed && { owed: climb.owed }),
    ...(everyone && own.length > 0 && { owed: { ...climb?.owed, [n]: own } }),
  };
  restForAcknowledgement(run, deadline);
  return true;
}

export function restForAcknowledgement(run: Run, deadline: Instant): void {
  run.state.waitingFor = "acknowledgement";
  run.state.nextActionAt = deadline;
}

/** When a level's time runs out, by the clock of the first who was told. */
export function deadlineOf(
  run: Run,
  level: Pick<Level, "acknowledgeWithin" | "clock">,
  taker: (Candidate & { ok: true }) | undefined,
): Instant {
  const { acknowledgeWithin, clock } = level;
  if (clock !== "working_hours") return addDuration(run.now, acknowledgeWithin, zoneOf(run));
  const ms = durationMs(acknowledgeWithin);
  return addWorkingTime(run.now, ms, helperCalendar(taker, run.facts)) ?? run.now + ms;
}

function exhaust(
  run: Run,
  instruction: EscalateInstruction,
  { fallback, levels }: Ladder,
  lap: number,
  { byHand = false }: Going,
): void {
  noteEnded(run, "exhausted", byHand ? actorText(run.by) : null);
  const last = levels.at(-1);
  if (fallback && last) {
    nextTurn(run);
    const { people, webhooks, targets } = lookUp(run, [fallback], 0);
    for (const personId of people.keys()) tellHelper(run, personId, last.channels, {});
    tellWebhooks(run, webhooks, run.state.level);
    const policy = instruction.escalate.policy ?? null;
    noteTold(run, { level: 0, lap, policy, byHand, deadline: null, targets });
    const [taker] = people.keys();
    if (taker !== undefined) run.state.owner = { personId: taker };
    log(run, "esc.fallback", { to: [...people.keys()].map((id) => nameOf(id, run.facts)) });
  }
  log(run, "esc.exhausted", {});
}
