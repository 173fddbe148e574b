import { assert, unreachable } from "@/core/assert";
import { addDuration } from "@/core/calendar/duration";
import { parseMoment } from "@/core/calendar/zone";
import { evaluateText } from "@/core/condition/evaluate-text";
import { pathValue } from "@/core/condition/path";
import { DAY_MS, type Instant } from "@/core/time";
import type { Instruction } from "@/core/workflow/program";
import type { Wait } from "@/core/workflow/steps/wait";
import { escalate } from "./climb/escalate";
import { conditionScope } from "./condition-scope";
import { close, expire } from "./ending";
import { isEnding, leaveWait, log, nextTurn, type Run, zoneOf } from "./run";
import { send } from "./send";
import { chooseArm } from "./split";
import { comeTo, goFrom, resumeTrail } from "./trail";
import { answerFor, deadlineOf, type MissingMoment, momentOfWait, nextAllowed } from "./waits";

/** Instructions one event may run: a flow that does not come to rest in these is broken. */
export const INSTRUCTIONS_MAX = 2_000;
/** After an acknowledgement the case waits this long for its resolution, or until it is due. */
const AFTER_ACKNOWLEDGEMENT = "P30D";
const CALL_GRACE_MS = 60_000;

/** Stands in `memory.until` when the moment was moved into the past: passed over, not reached. */
export const REPLANNED = Number.MAX_SAFE_INTEGER;

type Of<Op extends Instruction["op"]> = Extract<Instruction, { op: Op }>;

/** Runs instructions until the case rests: it waits for something, or its program has ended. */
export function execute(run: Run): void {
  resumeTrail(run);
  for (let n = 0; n < INSTRUCTIONS_MAX; n++) {
    const instruction = run.program.instructions[run.state.pc];
    assert(instruction, `no instruction at ${run.state.pc}`);
    run.state.step = instruction.step === "" ? null : instruction.step;
    run.state.stage = instruction.stage;
    run.steps?.push(instruction.step);
    comeTo(run, instruction);
    if (perform(run, instruction) === "rests") return;
    goFrom(run, instruction);
  }
  throw new Error(`The flow did not come to rest within ${INSTRUCTIONS_MAX} instructions`);
}

/** Does one instruction: moves the program counter on, or leaves the case resting at it. */
function perform(run: Run, instruction: Instruction): "goes_on" | "rests" {
  switch (instruction.op) {
    case "send":
      send(run, instruction);
      return goTo(run, run.state.pc + 1);
    case "jump":
      return goTo(run, instruction.to);
    case "wait":
      return wait(run, instruction);
    case "await":
      return awaitAnswer(run, instruction);
    case "branch":
      return branch(run, instruction);
    case "split":
      return goTo(run, chooseArm(run, instruction));
    case "repeat":
      return enterRound(run, instruction);
    case "round":
      return endRound(run, instruction);
    case "escalate":
      return escalate(run, instruction);
    case "update":
      update(run, instruction);
      return goTo(run, run.state.pc + 1);
    case "call":
      return call(run, instruction);
    case "close":
      close(run, instruction.outcome, instruction.note);
      return run.state.status === "canceled" ? "rests" : "goes_on";
    case "end":
      return end(run, instruction);
    default:
      return unreachable(instruction);
  }
}

function goTo(run: Run, pc: number): "goes_on" {
  leaveWait(run);
  run.state.pc = pc;
  return "goes_on";
}

/** The case rests until `at`; a snooze holds it longer. */
function restUntil(run: Run, at: Instant, waitingFor: "time" | "response"): "rests" {
  run.memory.until = at;
  run.state.waitingFor = waitingFor;
  run.state.nextActionAt = at;
  return "rests";
}

/** Something is missing to go on: held, visibly, until it is there. */
function restForMissing(run: Run, { missing, path }: MissingMoment): "rests" {
  const waitingFor = missing === "due" ? "due_date" : "operator";
  if (run.state.waitingFor !== waitingFor) {
    log(run, missing === "due" ? "held.missing_due" : "held.missing_data", { field: path });
  }
  run.state.waitingFor = waitingFor;
  run.state.nextActionAt = null;
  delete run.memory.until;
  return "rests";
}

function wait(run: Run, { wait: rule, next }: Of<"wait">): "goes_on" | "rests" {
  const entered = run.memory.until !== undefined;
  run.memory.since ??= run.now;
  const { moved } = run.memory;
  const moment = moved ? { at: moved.to } : momentOfWait(run, rule, run.memory.since);
  if ("missing" in moment) return restForMissing(run, moment);
  const passedBy = run.now - moment.at;
  run.because = moved
    ? { code: "planned.moved", params: { by: moved.by } }
    : { code: "wait.ended", params: { rule: ruleOf(rule) } };
  if (passedBy < 0) {
    if (!entered)
      log(run, "wait.started", { until: moment.at, zone: zoneOf(run), rule: ruleOf(rule) });
    return restUntil(run, moment.at, "time");
  }
  const reached = run.memory.until !== undefined && run.memory.until <= run.now;
  if (passedBy === 0 || reached || moved || rule.until === undefined)
    return goTo(run, run.state.pc + 1);

  const { until } = run.memory;
  // It already rests at the next allowed time.
  if (until !== undefined && until > run.now && until !== REPLANNED) {
    return restUntil(run, until, "time");
  }
  const choice = rule.ifPassed ?? "send_now";
  log(run, "wait.passed", { choice, by: passedBy, until: moment.at });
  run.because = { code: "wait.passed", params: { rule: ruleOf(rule) } };
  if (choice === "skip") return goTo(run, next);
  const at = choice === "next" ? nextAllowed(run, rule) : run.now;
  return at > run.now ? restUntil(run, at, "time") : goTo(run, run.state.pc + 1);
}

/** What a wait says, for the because line: its rule without its place in the document. */
function ruleOf({ for: length, until, at, zone, days }: Wait): Record<string, unknown> {
  return {
    ...(length !== undefined && { for: length }),
    ...(until !== undefined && { until }),
    ...(at !== undefined && { at }),
    ...(zone !== undefined && { zone }),
    ...(days !== undefined && { days }),
  };
}

function awaitAnswer(run: Run, instruction: Of<"await">): "goes_on" | "rests" {
  const entered = run.memory.until !== undefined;
  run.memory.since ??= run.now;
  const answer = answerFor(run.memory.answers, instruction.what);
  if (answer) {
    const { name, kind, at, written } = answer;
    const params = { name, kind, at, ...(written && { written }) };
    log(run, "await.answered", params);
    run.because = { code: "await.answered", params };
    return goTo(run, instruction.responded);
  }
  const { moved } = run.memory;
  const deadline = moved ? { at: moved.to } : deadlineOf(run, instruction, run.memory.since);
  if ("missing" in deadline) return restForMissing(run, deadline);
  if (deadline.at <= run.now) {
    const params = { until: deadline.at, since: run.memory.since };
    log(run, "await.timed_out", params);
    run.because = { code: "await.timed_out", params };
    return goTo(run, instruction.noAnswer);
  }
  if (!entered) log(run, "await.started", { until: deadline.at, zone: zoneOf(run) });
  return restUntil(run, deadline.at, "response");
}

function branch(run: Run, { paths, otherwise }: Of<"branch">): "goes_on" {
  const scope = conditionScope(run.facts, run.state, run.now);
  const missing: string[] = [];
  for (const path of paths) {
    const result = evaluateText(path.when, scope);
    if (result.missing !== null) missing.push(result.missing);
    if (!result.value) continue;
    log(run, "branch.taken", { path: path.name }, { condition: path.when });
    return goTo(run, path.to);
  }
  const evidence = { conditions: paths.map((path) => path.when), missing };
  log(
    run,
    "branch.taken",
    { path: "otherwise", ...(missing[0] && { missing: missing[0] }) },
    evidence,
  );
  return goTo(run, otherwise);
}

function enterRound(run: Run, { body, end: behind, timesMax }: Of<"repeat">): "goes_on" {
  const at = String(run.state.pc);
  const done = run.memory.rounds?.[at] ?? 0;
  if (done >= timesMax || answerFor(run.memory.answers, ["any"])) {
    log(run, "repeat.done", { rounds: done, of: timesMax });
    const { [at]: _, ...others } = run.memory.rounds ?? {};
    run.memory.rounds = others;
    return goTo(run, behind);
  }
  run.memory.rounds = { ...run.memory.rounds, [at]: done + 1 };
  log(run, "repeat.round", { n: done + 1, of: timesMax });
  run.because = { code: "repeat.round", params: { n: done + 1, of: timesMax } };
  return goTo(run, body);
}

function endRound(run: Run, { head }: Of<"round">): "goes_on" | "rests" {
  const repeat = run.program.instructions[head];
  assert(repeat?.op === "repeat", "a round belongs to a repeat");
  run.memory.since ??= run.now;
  const { moved } = run.memory;
  const every = { from: "now", for: repeat.every } as const;
  const deadline = moved ? { at: moved.to } : deadlineOf(run, every, run.memory.since);
  if ("missing" in deadline) return restForMissing(run, deadline);
  const answered = answerFor(run.memory.answers, ["any"]) !== undefined;
  if (!answered && deadline.at > run.now) return restUntil(run, deadline.at, "response");
  nextTurn(run);
  return goTo(run, head);
}

function update(run: Run, { set }: Of<"update">): void {
  const { state } = run;
  const { priority, owner, dueAt, ...rest } = set;
  if (priority) state.priority = priority;
  if (owner !== undefined) state.owner = owner;
  if (dueAt !== undefined) {
    const { data, person } = run.facts;
    const value = typeof dueAt === "string" ? dueAt : pathValue({ data, person }, dueAt.from);
    const moment = parseMoment(value, zoneOf(run));
    if (moment === null) log(run, "held.missing_data", { field: "dueAt" });
    else state.dueAt = moment;
  }
  const attributes: Record<string, string | number | boolean | null> = {};
  for (const [name, value] of Object.entries(rest)) {
    if (isScalar(value)) attributes[name.slice("person.attributes.".length)] = value;
  }
  if (Object.keys(attributes).length > 0) run.effects.push({ type: "update_person", attributes });
  // A message may wait for what was set.
  run.effects.push({ type: "recheck_messages" });
  log(run, "update.set", { set });
}

const isScalar = (value: unknown): value is string | number | boolean | null =>
  value === null || ["string", "number", "boolean"].includes(typeof value);

function call(run: Run, { call: step }: Of<"call">): "goes_on" | "rests" {
  const timeoutMs = step.timeoutMs ?? 10_000;
  if (run.memory.calling === step.id) {
    if (run.memory.until !== undefined && run.memory.until > run.now) {
      return restUntil(run, run.memory.until, "time");
    }
    log(run, "call.failed", { text: "no answer in time" });
    delete run.memory.calling;
    return goTo(run, run.state.pc + 1);
  }
  run.memory.calling = step.id;
  run.effects.push({
    type: "call",
    step: step.id,
    visit: run.memory.turn ?? 0,
    url: step.url,
    method: step.method ?? "POST",
    headers: step.headers ?? {},
    body: step.body ?? null,
    timeoutMs,
  });
  log(run, "call.started", { url: step.url });
  return restUntil(run, run.now + timeoutMs + CALL_GRACE_MS, "time");
}

/** The program has run out: an ending is over; an open case waits out its acknowledgement, then expires. */
function end(run: Run, { of }: Of<"end">): "goes_on" | "rests" {
  const { state } = run;
  if (of !== "stages") {
    assert(isEnding(run), "only a closed case runs an ending");
    leaveWait(run);
    return "rests";
  }
  const until = graceEnd(run);
  if (until !== null && until > run.now) return restUntil(run, until, "response");
  expire(run);
  return state.status === "expired" ? "goes_on" : "rests";
}

function graceEnd(run: Run): Instant | null {
  const { acknowledgedAt, dueAt } = run.state;
  const since = acknowledgedAt ?? run.memory.takenAt ?? run.memory.reopenedAt ?? null;
  if (since === null) return null;
  const after = run.program.definition.expiry?.after ?? AFTER_ACKNOWLEDGEMENT;
  return Math.max(dueAt ?? 0, addDuration(since, after, zoneOf(run)));
}

/** When a case is over whatever it waits for: `limits.daysMax` after it opened, or was reopened. */
export function lastMoment(run: Run): Instant | null {
  const days = run.program.definition.limits?.daysMax;
  const since = run.memory.reopenedAt ?? run.state.openedAt;
  return days === undefined ? null : since + days * DAY_MS;
}
