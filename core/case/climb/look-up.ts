import type { Target } from "@/core/workflow/steps/escalate";
import { targetWord } from "@/core/workflow/target-word";
import { candidatesOf } from "../availability";
import { log, type Run } from "../run";
import type { Candidate } from "../stand-in";
import type { Owner } from "../state";
import type { TargetTold } from "./turns";

type Reached = Candidate & { ok: true };

/** Whom some targets stand for now: people each once, in the order of the targets. */
export type Found = {
  people: Map<string, Reached>;
  webhooks: string[];
  targets: TargetTold[];
};

/** How a turn is asked for. */
export type Asked = {
  /** Who has yet to acknowledge: the owner's manager is then the manager of each of them. */
  owing?: readonly string[];
  /** Who is not told again. */
  except?: readonly string[];
};

/** Looks up targets; who cannot be told is logged with the reason. Level 0 is the fallback. */
export function lookUp(
  run: Run,
  targets: readonly Target[],
  level: number,
  { owing = [], except = [] }: Asked = {},
): Found {
  const found: Found = { people: new Map(), webhooks: [], targets: [] };
  for (const target of targets) {
    const word = targetWord(target);
    const team = "team" in target ? target.team : null;
    if ("webhook" in target) {
      found.webhooks.push(target.webhook);
      found.targets.push({ target: word, team, people: [], why: null });
      continue;
    }
    const told: TargetTold = { target: word, team, people: [], why: null };
    for (const candidate of candidates(run, target, owing)) {
      if (candidate.ok) {
        if (except.includes(candidate.personId)) continue;
        if (!told.people.includes(candidate.personId)) told.people.push(candidate.personId);
        if (!found.people.has(candidate.personId)) found.people.set(candidate.personId, candidate);
        continue;
      }
      told.why ??= candidate.why;
      log(run, "esc.skipped_unavailable", {
        ...(level > 0 && { level }),
        target: candidate.target,
        why: candidate.why,
      });
    }
    // All of it have acknowledged: neither told nor missing.
    if (told.people.length > 0 || told.why !== null) found.targets.push(told);
  }
  return found;
}

function candidates(
  { state, facts, now }: Run,
  target: Exclude<Target, { webhook: string }>,
  owing: readonly string[],
): Candidate[] {
  const isEach = "manager" in target && target.manager === "owner" && owing.length > 0;
  const owners: (Owner | null)[] = isEach ? owing.map((personId) => ({ personId })) : [state.owner];
  return owners.flatMap((owner) => candidatesOf(target, owner, facts, now));
}
