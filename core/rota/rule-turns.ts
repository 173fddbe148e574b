import type { CivilMs } from "@/core/calendar/civil";
import { fromCivil, toCivil } from "@/core/calendar/zone-offset";
import { Lru } from "@/core/template/lru";
import { DAY_MS, type Instant } from "@/core/time";
import { occurrencesBetween, type Rule, readRule } from "./rrule";
import { countUpTo, type Turns } from "./turns";

/** Rules and years of rules that stay counted: an hourly year is the largest, at 140 kB. */
const RULES_MAX = 500;
const YEARS_KEPT_MAX = 500;
/** So long after its start a rule is followed; nobody is on call by it later. */
const RULE_YEARS_MAX = 50;

/** The hand-overs of one year on the local clock, and the moments they are. */
type Year = { civil: readonly CivilMs[]; at: readonly Instant[] };

const rules = new Lru<string, RuleTurns>(RULES_MAX);
const years = new Lru<string, Year>(YEARS_KEPT_MAX);

/** The turns of a rule that begins at `start` on the clock of `zone`. */
export function ruleTurns(rrule: string, start: CivilMs, zone: string): Turns {
  const name = `${zone} ${start} ${rrule}`;
  const known = rules.get(name);
  if (known) return known;
  const made = new RuleTurns(name, readRule(rrule), start, zone);
  rules.set(name, made);
  return made;
}

/**
 * The first turn begins with the layer, each occurrence after that the next one. Behind COUNT or UNTIL
 * the last turn lasts until the occurrence that would have been next.
 */
class RuleTurns implements Turns {
  readonly #name: string;
  readonly #rule: Rule;
  readonly #start: CivilMs;
  readonly #zone: string;
  readonly #firstYear: number;
  readonly #end: Instant;
  /** Occurrences before each year, from the first on. */
  readonly #before: number[] = [0];
  #startsItself: boolean | undefined;

  constructor(name: string, rule: Rule, start: CivilMs, zone: string) {
    this.#name = name;
    this.#rule = rule;
    this.#start = start;
    this.#zone = zone;
    this.#firstYear = yearOf(start);
    this.#end = fromCivil(startOfYear(this.#firstYear + RULE_YEARS_MAX), zone);
  }

  turnAt(at: Instant): number | null {
    if (at >= this.#end) return null;
    // A day late, and the year before: a clock that goes back at New Year shows both years twice.
    const late = Math.max(yearOf(toCivil(at, this.#zone) + DAY_MS), this.#firstYear);
    let count = this.#countBefore(late - 1);
    let last: { civil: CivilMs; at: Instant } | null = null;
    for (const year of [late - 1, late]) {
      const { civil, at: moments } = this.#year(year);
      const within = countUpTo(moments, at);
      const [lastCivil, lastAt] = [civil[within - 1], moments[within - 1]];
      if (lastCivil !== undefined && lastAt !== undefined) last = { civil: lastCivil, at: lastAt };
      count += within;
    }
    if (this.#isOver(count, last ?? this.#lastBefore(late - 1))) return null;
    return count - (this.#beginsWithStart() ? 1 : 0);
  }

  handoversBetween(from: Instant, until: Instant): Instant[] {
    const first = Math.max(yearOf(toCivil(from, this.#zone) - DAY_MS), this.#firstYear);
    const last = yearOf(toCivil(until, this.#zone) + DAY_MS);
    const moments = this.#end < until ? [this.#end] : [];
    for (let year = first; year <= last; year++) moments.push(...this.#year(year).at);
    return moments.filter((at) => from < at && at < until);
  }

  #isOver(count: number, last: { civil: CivilMs; at: Instant } | null): boolean {
    const { count: most, until } = this.#rule;
    if (most !== null) return count > most;
    if (until === null || last === null) return false;
    return "civil" in until ? last.civil > until.civil : last.at > until.at;
  }

  /** The newest occurrence of the years before this one: rare rules leave years out. */
  #lastBefore(year: number): { civil: CivilMs; at: Instant } | null {
    if (this.#rule.until === null) return null;
    for (let y = Math.min(year - 1, this.#firstYear + RULE_YEARS_MAX); y >= this.#firstYear; y--) {
      const found = this.#year(y);
      const [civil, at] = [found.civil.at(-1), found.at.at(-1)];
      if (civil !== undefined && at !== undefined) return { civil, at };
    }
    return null;
  }

  #beginsWithStart(): boolean {
    this.#startsItself ??= this.#year(this.#firstYear).civil[0] === this.#start;
    return this.#startsItself;
  }

  #countBefore(year: number): number {
    for (let i = this.#before.length; i <= year - this.#firstYear; i++) {
      const counted = this.#before[i - 1] ?? 0;
      this.#before.push(counted + this.#year(this.#firstYear + i - 1).at.length);
    }
    return this.#before[Math.max(year - this.#firstYear, 0)] ?? 0;
  }

  #year(year: number): Year {
    if (year < this.#firstYear || year >= this.#firstYear + RULE_YEARS_MAX) return EMPTY;
    const name = `${year} ${this.#name}`;
    const known = years.get(name);
    if (known) return known;
    const [from, until] = [startOfYear(year), startOfYear(year + 1)];
    const civil = occurrencesBetween(this.#rule, this.#start, from, until);
    const made = { civil, at: civil.map((reading) => fromCivil(reading, this.#zone)) };
    years.set(name, made);
    return made;
  }
}

const EMPTY: Year = { civil: [], at: [] };

const yearOf = (civil: CivilMs): number => new Date(civil).getUTCFullYear();
const startOfYear = (year: number): CivilMs => Date.UTC(year, 0, 1);
