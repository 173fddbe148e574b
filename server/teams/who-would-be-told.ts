import { candidatesOf } from "@/core/case/availability";
import { climbOn, startClimb } from "@/core/case/climb/climb";
import type { CaseFacts, TeamFacts } from "@/core/case/facts";
import { newCase } from "@/core/case/opening";
import type { Run } from "@/core/case/run";
import { decisionSentence } from "@/core/sentence/decision-sentence";
import type { Names } from "@/core/sentence/names";
import type { Channel } from "@/core/template/channel";
import type { Instant } from "@/core/time";
import type { Instruction, Program } from "@/core/workflow/program";
import type { Escalate, Target } from "@/core/workflow/steps/escalate";

type EscalateInstruction = Extract<Instruction, { op: "escalate" }>;
type TeamTarget = Extract<Target, { team: string }>;

/** Levels, rounds and the fallback of one climb: a ladder has 10 levels and repeats 20 times. */
const TURNS_MAX = 30;

export type Told = {
  personId: string;
  name: string;
  channels: Channel[];
  /** The member who is away until then, in whose place this person is told. */
  standsInFor: { name: string; until: Instant } | null;
};

/** One turn of the climb: who is told at that moment, and what the engine says about the others. */
export type Turn = {
  at: Instant;
  level: number | null;
  told: Told[];
  /** Sentences of the engine: why somebody was passed over, what comes next. */
  passedOver: string[];
  /** Nobody else is asked until then, unless somebody acknowledges. */
  until: Instant | null;
};

export type Reader = { locale: string; zone: string; viewerZone: string; names: Names };

/**
 * Who an escalation would bring in if it began at `at` and nobody ever acknowledged: the engine's own
 * climb, level by level, run to its end and thrown away. Pure.
 */
export function climbFrom(
  facts: CaseFacts,
  program: Program,
  escalate: Escalate,
  at: Instant,
  reader: Reader,
): Turn[] {
  const instruction: EscalateInstruction = {
    op: "escalate",
    step: escalate.id,
    stage: "",
    escalate,
  };
  const state = { ...newCase(at, null), step: escalate.id };
  const memory = state.memory;
  const turns: Turn[] = [];
  let now = at;
  for (let turn = 0; turn < TURNS_MAX; turn++) {
    const run: Run = {
      program,
      facts,
      now,
      by: { kind: "plan" },
      undoable: false,
      state,
      memory,
      effects: [],
      because: null,
    };
    const result = turn === 0 ? startClimb(run, instruction) : climbOn(run, instruction);
    turns.push(turnOf(run, reader));
    const { climb } = memory;
    if (result === "ended" || !climb || climb.deadline <= now) return turns;
    now = climb.deadline;
  }
  return turns;
}

function turnOf(run: Run, reader: Reader): Turn {
  const { facts, now, memory } = run;
  const channels = new Map<string, Channel[]>();
  const sentences: string[] = [];
  for (const effect of run.effects) {
    if (effect.type === "plan_message" && effect.message.request.audience === "escalation") {
      const { personId, channel } = effect.message;
      channels.set(personId, [...(channels.get(personId) ?? []), channel]);
    }
    if (effect.type === "log" && !STARTED.has(effect.decision.code)) {
      sentences.push(decisionSentence(effect.decision, { ...reader, now }).sentence);
    }
  }
  const isWaiting = memory.climb !== undefined && memory.climb.deadline > now;
  return {
    at: now,
    level: channels.size > 0 && isWaiting ? (memory.climb?.level ?? null) : null,
    told: [...channels].map(([personId, by]) => told(personId, by, facts, now, reader)),
    passedOver: sentences,
    until: isWaiting ? (memory.climb?.deadline ?? null) : null,
  };
}

/** Said by the row of the turn itself. */
const STARTED: ReadonlySet<string> = new Set(["esc.started", "esc.level_up"]);

/** Who a team stands for at a moment, asked as a step of a workflow asks. Pure. */
export function teamAt(facts: CaseFacts, target: TeamTarget, at: Instant, reader: Reader): Turn {
  const candidates = candidatesOf(target, null, facts, at);
  const people = new Set(candidates.flatMap((each) => (each.ok ? [each.personId] : [])));
  return {
    at,
    level: null,
    told: [...people].map((personId) => told(personId, [], facts, at, reader)),
    passedOver: candidates.flatMap((each) => {
      if (each.ok) return [];
      const params = { target: each.target, why: each.why };
      const decision = { code: "esc.skipped_unavailable", step: null, params };
      return [decisionSentence(decision, { ...reader, now: at }).sentence];
    }),
    until: null,
  };
}

function told(
  personId: string,
  channels: Channel[],
  facts: CaseFacts,
  at: Instant,
  { names }: Reader,
): Told {
  const away = [...facts.workspace.teams.values()]
    .flatMap((team: TeamFacts) => team.members)
    .find((member) => member.deputyId === personId && (member.absentUntil ?? 0) > at);
  const nameOf = (id: string) => facts.people.get(id)?.name ?? names.person?.(id) ?? id;
  return {
    personId,
    name: nameOf(personId),
    channels,
    standsInFor: away?.absentUntil
      ? { name: nameOf(away.personId), until: away.absentUntil }
      : null,
  };
}
