import { Environment } from "@marcbachmann/cel-js";
import { compilePattern, type PatternResult, patternMatches } from "@/core/condition/pattern";
import { Lru } from "@/core/template/lru";
import { SCOPE_ROOTS } from "@/core/template/scope";

export const CONDITION_NODES_MAX = 500;
export const CONDITION_DEPTH_MAX = 40;
export const CONDITION_LIST_MAX = 200;
export const PATTERNS_MAX = 500;

/** `matches` of the library hands the pattern to a backtracking engine; calls are led to this instead. */
export const SAFE_MATCHES = "matchesInLinearTime";

const patterns = new Lru<string, PatternResult>(PATTERNS_MAX);

function matches(text: string, source: string): boolean {
  const result = patterns.through(source, () => compilePattern(source));
  if (!result.ok) throw new Error(`matches: ${result.message}`);
  return patternMatches(result.pattern, text);
}

const ARITHMETIC = {
  "+": (a: number, b: number) => a + b,
  "-": (a: number, b: number) => a - b,
  "*": (a: number, b: number) => a * b,
  "/": (a: number, b: number) => a / b,
} as const;

type Numeric = number | bigint;

function build(): Environment {
  const environment = new Environment({
    unlistedVariablesAreDyn: false,
    homogeneousAggregateLiterals: false,
    limits: {
      maxAstNodes: CONDITION_NODES_MAX,
      maxDepth: CONDITION_DEPTH_MAX,
      maxListElements: CONDITION_LIST_MAX,
      maxMapEntries: CONDITION_LIST_MAX,
    },
  });
  for (const root of SCOPE_ROOTS) environment.registerVariable(root, "dyn");
  environment.registerFunction(`string.${SAFE_MATCHES}(string): bool`, matches, { async: false });
  // JSON has one kind of number, CEL two; people write `data.amount + 1` and mean it.
  const mixed = [
    ["int", "double"],
    ["double", "int"],
  ] as const;
  for (const [left, right] of mixed) {
    for (const [operator, calculate] of Object.entries(ARITHMETIC)) {
      environment.registerOperator(
        `${left} ${operator} ${right}: double`,
        (a: Numeric, b: Numeric) => calculate(Number(a), Number(b)),
      );
    }
  }
  for (const [left, right] of [...mixed, ["double", "double"] as const]) {
    environment.registerOperator(
      `${left} % ${right}: double`,
      (a: Numeric, b: Numeric) => Number(a) % Number(b),
    );
  }
  return environment;
}

/** The one CEL environment: the scope's roots, natural arithmetic, limits on size and depth. */
export const environment = build();
