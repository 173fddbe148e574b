import { addDuration, durationMs } from "@/core/calendar/duration";
import { addWorkingTime } from "@/core/calendar/working-hours";
import type { Instant } from "@/core/time";
import type { Instruction } from "@/core/workflow/program";
import type { Ladder, Level, Target } from "@/core/workflow/steps/escalate";
import { channelOf } from "@/core/workflow/steps/shared";
import { type Candidate, candidatesOf, nameOf } from "./availability";
import { leaveWait, log, nextTurn, type Run, visitOf, zoneOf } from "./run";
import { planMessage } from "./send";

type EscalateInstruction = Extract<Instruction, { op: "escalate" }>;

/** The levels of an escalate step: its own, or those of the policy it names. */
export function ladderOf(run: Run, { escalate }: EscalateInstruction): Ladder | null {
  if (escalate.policy !== undefined) {
    return run.facts.workspace.policies.get(escalate.policy) ?? null;
  }
  const { levels, repeat, fallback } = escalate;
  return levels ? { levels, repeat, fallback } : null;
}

/** Begins the climb: raises the priority, tells the primary person, goes to the first level with someone there. */
export function startClimb(run: Run, instruction: EscalateInstruction): "waits" | "ended" {
  const ladder = ladderOf(run, instruction);
  const { priority, tell, policy } = instruction.escalate;
  if (!ladder) {
    log(run, "esc.exhausted", { why: "no_policy", policy });
    return "ended";
  }
  if (priority) run.state.priority = priority;
  const visit = visitOf(run);
  const result = goToLevel(run, ladder, 1, 0);
  if (result === "waits") {
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

/** The level's time is over, or an operator wants the next one now. */
export function climbOn(run: Run, instruction: EscalateInstruction): "waits" | "ended" {
  const ladder = ladderOf(run, instruction);
  const climb = run.memory.climb;
  if (!ladder || !climb) return "ended";
  return goToLevel(run, ladder, climb.level + 1, climb.lap);
}

/** True when an acknowledgement ends the climb at the level it stands on. */
export function endsOnAcknowledgement(run: Run, instruction: EscalateInstruction): boolean {
  const level = ladderOf(run, instruction)?.levels[(run.memory.climb?.level ?? 1) - 1];
  return level?.until !== "resolved";
}

/** Tries `from` and the levels above it; levels where nobody is available are logged and passed at once. */
function goToLevel(run: Run, ladder: Ladder, from: number, lap: number): "waits" | "ended" {
  const first = run.memory.climb === undefined;
  for (let n = from; n <= ladder.levels.length; n++) {
    const level = ladder.levels[n - 1];
    if (level && tellLevel(run, level, n, lap, first)) return "waits";
  }
  const { repeat } = ladder;
  if (repeat && lap < repeat.timesMax && run.memory.climb !== undefined) {
    log(run, "esc.repeated", { lap: lap + 1, toLevel: repeat.toLevel });
    for (let n = repeat.toLevel; n <= ladder.levels.length; n++) {
      const level = ladder.levels[n - 1];
      if (level && tellLevel(run, level, n, lap + 1, false)) return "waits";
    }
  }
  exhaust(run, ladder);
  return "ended";
}

function tellLevel(run: Run, level: Level, n: number, lap: number, first: boolean): boolean {
  const candidates = level.targets.flatMap((target) => lookUp(run, target, n));
  const people = new Map<string, Candidate & { ok: true }>();
  let webhooks = 0;
  for (const candidate of candidates) {
    if (candidate === "webhook") webhooks += 1;
    else if (candidate.ok) people.set(candidate.personId, candidate);
    else {
      const { target, why } = candidate;
      log(run, "esc.skipped_unavailable", { level: n, target, why });
    }
  }
  if (people.size === 0 && webhooks === 0) return false;

  nextTurn(run);
  const reason = run.because;
  if (!first) run.because = { code: "esc.level_up", params: { level: n } };
  for (const personId of people.keys()) {
    for (const entry of level.channels) {
      planMessage(run, personId, channelOf(entry), run.now, {
        audience: "escalation",
        level: n,
        acknowledgeWithin: level.acknowledgeWithin,
      });
    }
  }
  const deadline = deadlineOf(run, level, [...people.values()][0]);
  const names = [...people.keys()].map((id) => nameOf(id, run.facts));
  log(run, first ? "esc.started" : "esc.level_up", {
    level: n,
    to: names,
    within: level.acknowledgeWithin,
    until: deadline,
    ...(first && reason && { because: reason }),
  });
  const [taker] = people.values();
  if (taker) run.state.owner = { personId: taker.personId };
  run.state.level = n;
  run.memory.climb = { level: n, lap, deadline };
  run.state.waitingFor = "acknowledgement";
  run.state.nextActionAt = deadline;
  return true;
}

function lookUp(run: Run, target: Target, level: number): (Candidate | "webhook")[] {
  if (!("webhook" in target)) return candidatesOf(target, run.state.owner, run.facts, run.now);
  run.effects.push({
    type: "notify_webhook",
    step: run.state.step ?? "",
    visit: visitOf(run),
    level,
    url: target.webhook,
  });
  return ["webhook"];
}

function deadlineOf(
  run: Run,
  level: Level,
  taker: (Candidate & { ok: true }) | undefined,
): Instant {
  const { workspace } = run.facts;
  if (level.clock !== "working_hours")
    return addDuration(run.now, level.acknowledgeWithin, zoneOf(run));
  const team = taker?.team ? workspace.teams.get(taker.team) : undefined;
  const calendar = team?.calendar ?? workspace.calendar;
  const ms = durationMs(level.acknowledgeWithin);
  return addWorkingTime(run.now, ms, calendar) ?? run.now + ms;
}

function exhaust(run: Run, ladder: Ladder): void {
  const { fallback } = ladder;
  const last = ladder.levels.at(-1);
  if (fallback && last) {
    nextTurn(run);
    const names: string[] = [];
    for (const candidate of lookUp(run, fallback, run.state.level)) {
      if (candidate === "webhook") continue;
      if (!candidate.ok) {
        log(run, "esc.skipped_unavailable", { target: candidate.target, why: candidate.why });
        continue;
      }
      names.push(nameOf(candidate.personId, run.facts));
      for (const entry of last.channels) {
        planMessage(run, candidate.personId, channelOf(entry), run.now, { audience: "escalation" });
      }
    }
    log(run, "esc.fallback", { to: names });
  }
  log(run, "esc.exhausted", {});
}

/** Takes the climb off the case: acknowledged, exhausted, or the case has ended. */
export function endClimb(run: Run): void {
  delete run.memory.climb;
  leaveWait(run);
}
