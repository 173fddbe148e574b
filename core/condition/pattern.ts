/** Regular expressions in linear time, as CEL asks for: no backtracking, so no text can make one hang. */
export const PATTERN_CHARS_MAX = 500;
export const PATTERN_STATES_MAX = 1_000;
export const PATTERN_REPEAT_MAX = 100;
export const MATCHED_CHARS_MAX = 10_000;
const GROUPS_DEEP_MAX = 20;
const EMITTED_MAX = 10 * PATTERN_STATES_MAX;

type Test = (char: string) => boolean;
type Node =
  | { kind: "char"; test: Test }
  | { kind: "edge"; at: "start" | "end" | "word" | "not_word" }
  | { kind: "sequence"; nodes: Node[] }
  | { kind: "either"; nodes: Node[] }
  | { kind: "repeat"; node: Node; min: number; max: number };

type State =
  | { op: "char"; test: Test }
  | { op: "edge"; at: "start" | "end" | "word" | "not_word" }
  | { op: "split"; to: number[] }
  | { op: "match" };

export type Pattern = { readonly states: readonly State[] };
export type PatternResult = { ok: true; pattern: Pattern } | { ok: false; message: string };

class PatternError extends Error {}

const isWord = (char: string | undefined) => char !== undefined && /^\w$/.test(char);

class Reader {
  readonly #source: string[];
  readonly #flags: string;
  #at = 0;
  #deep = 0;

  constructor(source: string) {
    const insensitive = source.startsWith("(?i)");
    this.#flags = insensitive ? "is" : "s";
    this.#source = [...(insensitive ? source.slice(4) : source)];
  }

  read(): Node {
    const node = this.#either();
    if (this.#at < this.#source.length) throw new PatternError("a ) without its (");
    return node;
  }

  get #next(): string | undefined {
    return this.#source[this.#at];
  }

  #either(): Node {
    const nodes = [this.#sequence()];
    while (this.#next === "|") {
      this.#at++;
      nodes.push(this.#sequence());
    }
    return nodes.length === 1 && nodes[0] !== undefined ? nodes[0] : { kind: "either", nodes };
  }

  #sequence(): Node {
    const nodes: Node[] = [];
    while (this.#next !== undefined && this.#next !== "|" && this.#next !== ")") {
      nodes.push(this.#repeated(this.#atom()));
    }
    return { kind: "sequence", nodes };
  }

  #repeated(node: Node): Node {
    const bounds = this.#bounds();
    if (bounds === null) return node;
    if (this.#next === "?") this.#at++;
    if (this.#bounds() !== null) throw new PatternError("a repetition of a repetition");
    return { kind: "repeat", node, ...bounds };
  }

  #bounds(): { min: number; max: number } | null {
    const simple = { "*": [0, Infinity], "+": [1, Infinity], "?": [0, 1] }[this.#next ?? ""];
    if (simple !== undefined) {
      this.#at++;
      return { min: simple[0] ?? 0, max: simple[1] ?? Infinity };
    }
    const text = this.#source.slice(this.#at, this.#at + 12).join("");
    const counted = /^\{(\d{1,4})(,?)(\d{0,4})\}/.exec(text);
    if (counted === null) return null;
    this.#at += counted[0].length;
    const min = Number(counted[1]);
    const max = counted[2] === "" ? min : counted[3] === "" ? Infinity : Number(counted[3]);
    if (Math.max(min, max === Infinity ? 0 : max) > PATTERN_REPEAT_MAX || max < min) {
      throw new PatternError(`a repetition counts up to ${PATTERN_REPEAT_MAX}`);
    }
    return { min, max };
  }

  #atom(): Node {
    const char = this.#next ?? "";
    this.#at++;
    switch (char) {
      case "(":
        return this.#group();
      case "[":
        return this.#set();
      case "\\":
        return this.#escaped();
      case ".":
        return { kind: "char", test: (found) => found !== "\n" };
      case "^":
        return { kind: "edge", at: "start" };
      case "$":
        return { kind: "edge", at: "end" };
      case "*":
      case "+":
      case "?":
        throw new PatternError(`nothing before ${char} to repeat`);
      default:
        return { kind: "char", test: this.#literal(char) };
    }
  }

  #group(): Node {
    if (this.#next === "?") {
      if (this.#source[this.#at + 1] !== ":") {
        throw new PatternError("groups are ( … ) or (?: … ); look-around is not available");
      }
      this.#at += 2;
    }
    if (++this.#deep > GROUPS_DEEP_MAX) throw new PatternError("groups are nested too deep");
    const node = this.#either();
    if (this.#next !== ")") throw new PatternError("a ( without its )");
    this.#at++;
    this.#deep--;
    return node;
  }

  #set(): Node {
    const from = this.#at - 1;
    if (this.#next === "^") this.#at++;
    if (this.#next === "]") this.#at++;
    while (this.#next !== undefined && this.#next !== "]") this.#at += this.#next === "\\" ? 2 : 1;
    if (this.#next === undefined) throw new PatternError("a [ without its ]");
    this.#at++;
    const inner = this.#source.slice(from + 1, this.#at - 1).join("");
    // RE2 reads a ] that stands first as a character of the set.
    return { kind: "char", test: this.#native(`[${inner.replace(/^(\^?)\]/, "$1\\]")}]`) };
  }

  #escaped(): Node {
    const char = this.#next;
    if (char === undefined) throw new PatternError("a \\ at the end");
    this.#at++;
    if (char === "b") return { kind: "edge", at: "word" };
    if (char === "B") return { kind: "edge", at: "not_word" };
    if (/[dDwWsStnrfv]/.test(char)) return { kind: "char", test: this.#native(`\\${char}`) };
    if (char === "p" || char === "P") {
      const name = /^\{\w{1,40}(?:=\w{1,40})?\}/.exec(
        this.#source.slice(this.#at, this.#at + 84).join(""),
      );
      if (name === null) throw new PatternError(`\\${char} needs a name: \\p{L}`);
      this.#at += name[0].length;
      return { kind: "char", test: this.#native(`\\${char}${name[0]}`, ["u"]) };
    }
    if (/[A-Za-z0-9]/.test(char)) throw new PatternError(`\\${char} is not available`);
    return { kind: "char", test: this.#literal(char) };
  }

  #literal(char: string): Test {
    if (!this.#flags.includes("i")) return (found) => found === char;
    const folded = char.toLowerCase();
    return (found) => found.toLowerCase() === folded;
  }

  /** One character against one set is constant work, so the platform may do it. */
  #native(source: string, flags: readonly string[] = ["u", ""]): Test {
    for (const flag of flags) {
      try {
        const expression = new RegExp(`^${source}$`, this.#flags + flag);
        return (found) => expression.test(found);
      } catch {
        // Without the u flag more spellings of a set are legal.
      }
    }
    throw new PatternError(`${source} is not a set of characters`);
  }
}

function compile(root: Node): State[] {
  const states: State[] = [];
  const add = (state: State): number => {
    if (states.length >= PATTERN_STATES_MAX) throw new PatternError("the pattern is too large");
    return states.push(state) - 1;
  };
  const split = (): number[] => {
    const to: number[] = [];
    add({ op: "split", to });
    return to;
  };
  let emitted = 0;
  const emit = (node: Node): void => {
    // Repeating an empty group adds no state, only work.
    if (++emitted > EMITTED_MAX) throw new PatternError("the pattern is too large");
    switch (node.kind) {
      case "char":
        add({ op: "char", test: node.test });
        break;
      case "edge":
        add({ op: "edge", at: node.at });
        break;
      case "sequence":
        node.nodes.forEach(emit);
        break;
      case "either": {
        const branches = split();
        const exits: number[][] = [];
        for (const branch of node.nodes) {
          branches.push(states.length);
          emit(branch);
          exits.push(split());
        }
        for (const exit of exits) exit.push(states.length);
        break;
      }
      case "repeat": {
        for (let i = 0; i < node.min; i++) emit(node.node);
        if (node.max === Infinity) {
          const start = states.length;
          const loop = split();
          loop.push(states.length);
          emit(node.node);
          split().push(start);
          loop.push(states.length);
          break;
        }
        const skips: number[][] = [];
        for (let i = node.min; i < node.max; i++) {
          const skip = split();
          skip.push(states.length);
          emit(node.node);
          skips.push(skip);
        }
        for (const skip of skips) skip.push(states.length);
        break;
      }
    }
  };
  emit(root);
  add({ op: "match" });
  return states;
}

/**
 * Compile the RE2-like subset that conditions may use: characters, sets, classes, groups,
 * alternatives, `* + ? {n,m}`, `^ $ \b \B`, and `(?i)` in front. No back-references, no look-around.
 */
export function compilePattern(source: string): PatternResult {
  if (source.length > PATTERN_CHARS_MAX) {
    return { ok: false, message: `a pattern has at most ${PATTERN_CHARS_MAX} characters` };
  }
  try {
    return { ok: true, pattern: { states: compile(new Reader(source).read()) } };
  } catch (error) {
    if (error instanceof PatternError) return { ok: false, message: error.message };
    throw error;
  }
}

/**
 * Whether the pattern occurs anywhere in the text. Work is at most states × characters; only the
 * first `MATCHED_CHARS_MAX` characters may be asked about, a longer text throws a RangeError.
 */
export function patternMatches({ states }: Pattern, text: string): boolean {
  if (text.length > MATCHED_CHARS_MAX) {
    throw new RangeError(`matches reads at most ${MATCHED_CHARS_MAX} characters`);
  }
  const chars = [...text];
  const seenAt = new Int32Array(states.length).fill(-1);
  let current: number[] = [];
  for (let at = 0; at <= chars.length; at++) {
    const pending = [0, ...current.toReversed()];
    const live: number[] = [];
    while (pending.length > 0) {
      const index = pending.pop() ?? 0;
      if (seenAt[index] === at) continue;
      seenAt[index] = at;
      const state = states[index];
      if (state === undefined) continue;
      if (state.op === "match") return true;
      if (state.op === "split") pending.push(...state.to);
      else if (state.op === "char") live.push(index);
      else if (holds(state.at, chars, at)) pending.push(index + 1);
    }
    const char = chars[at];
    if (char === undefined) return false;
    current = live.flatMap((index) => {
      const state = states[index];
      return state?.op === "char" && state.test(char) ? [index + 1] : [];
    });
  }
  return false;
}

function holds(edge: "start" | "end" | "word" | "not_word", chars: string[], at: number): boolean {
  if (edge === "start") return at === 0;
  if (edge === "end") return at === chars.length;
  const boundary = isWord(chars[at - 1]) !== isWord(chars[at]);
  return edge === "word" ? boundary : !boundary;
}
