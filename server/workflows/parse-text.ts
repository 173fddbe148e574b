import { isAlias, isCollection, isNode, isSeq, LineCounter, parseDocument, visit } from "yaml";

const YAML_ALIASES_MAX = 50;

/** What is wrong, in which field (dotted, as the file has it), and where it stands, from line 1. */
export type FileProblem = {
  path: string;
  message: string;
  line: number | null;
  column: number | null;
};

type Position = Pick<FileProblem, "line" | "column">;

const NOWHERE: Position = { line: null, column: null };

/** A text as a value, and where a field of it stands. */
export type ParsedText = { value: unknown; placeOf: (path: string) => Position };

/** A text that cannot be read at all. */
export class TextProblem extends Error {
  readonly problem: FileProblem;
  constructor(message: string, at: Position = NOWHERE) {
    super(message);
    this.problem = { path: "", message, ...at };
  }
}

/**
 * Reads JSON, by its first sign, or YAML of at most `yamlCharsMax`. Throws `TextProblem` with the
 * place, also for YAML that contains itself or unfolds too far.
 */
export function parseText(text: string, yamlCharsMax: number): ParsedText {
  return /^\s*[{[]/.test(text) ? parseJson(text, yamlCharsMax) : parseYaml(text, yamlCharsMax);
}

function parseJson(text: string, yamlCharsMax: number): ParsedText {
  try {
    const value: unknown = JSON.parse(text);
    // JSON is YAML too, and the YAML reader knows where everything stands.
    const places = () => (text.length <= yamlCharsMax ? compose(text) : null);
    return { value, placeOf: lazily(places) };
  } catch (cause) {
    const at = /at position (\d+)/.exec(cause instanceof Error ? cause.message : "")?.[1];
    const offset = at === undefined ? text.length : Number(at);
    throw new TextProblem("This is no JSON.", positionAt(text, offset));
  }
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function parseYaml(text: string, yamlCharsMax: number): ParsedText {
  if (text.length > yamlCharsMax) {
    throw new TextProblem(`YAML can have ${yamlCharsMax} characters at most; JSON may be longer.`);
  }
  const composed = compose(text);
  const [error] = composed.document.errors;
  if (error) {
    const sentence = error.message.split("\n")[0] ?? "";
    throw new TextProblem(`This is no YAML: ${sentence}`, composed.position(error.pos[0]));
  }
  refuseLoops(composed);
  try {
    const value: unknown = composed.document.toJS({ maxAliasCount: YAML_ALIASES_MAX });
    return { value, placeOf: lazily(() => composed) };
  } catch {
    throw new TextProblem(`Its aliases unfold too far: at most ${YAML_ALIASES_MAX}.`);
  }
}

type Composed = {
  document: ReturnType<typeof parseDocument>;
  position: (offset: number) => Position;
};

function compose(text: string): Composed {
  const lines = new LineCounter();
  try {
    const options = { prettyErrors: false, logLevel: "silent", lineCounter: lines } as const;
    const document = parseDocument(text, options);
    const position = (offset: number) => {
      const { line, col } = lines.linePos(offset);
      return { line, column: col };
    };
    return { document, position };
  } catch {
    // The reader recurses: text nested thousands deep exhausts its stack.
    throw new TextProblem("It is nested too deep.");
  }
}

/** An alias inside what it names would be a document without an end. */
function refuseLoops({ document, position }: Composed): void {
  visit(document, {
    Alias: (_, alias, ancestors) => {
      const names = (node: unknown) => isCollection(node) && node.anchor === alias.source;
      if (!ancestors.some(names)) return;
      const message = `The alias *${alias.source} stands inside what it names: a cycle.`;
      throw new TextProblem(message, position(alias.range?.[0] ?? 0));
    },
  });
}

/** The place of a field, or of the nearest thing around it that is there. */
function lazily(places: () => Composed | null): ParsedText["placeOf"] {
  let known: Composed | null | undefined;
  return (path) => {
    known ??= places();
    if (!known) return NOWHERE;
    let node: unknown = known.document.contents;
    for (const part of path === "" ? [] : path.split(".")) {
      const around = isAlias(node) ? node.resolve(known.document) : node;
      if (!isCollection(around)) break;
      const inner = around.get(isSeq(around) ? Number(part) : part, true);
      if (inner === undefined) break;
      node = inner;
    }
    const offset = isNode(node) ? node.range?.[0] : undefined;
    return offset === undefined ? NOWHERE : known.position(offset);
  };
}
