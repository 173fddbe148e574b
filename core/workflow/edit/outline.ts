import type { Definition } from "../definition";
import { innerLists, type Step } from "../step";
import { ENDINGS, type Ending, type ListAt, sameList } from "./list-at";

/** What leads into a list of steps inside a step; `named` ones are named by whoever wrote them. */
export type WayKind = "responded" | "no_answer" | "path" | "otherwise" | "arm" | "round";

export type StepNode = {
  type: "step";
  /** The step's id. */
  key: string;
  step: Step;
  /** “2.1”; inside the second way of that step “2.1.2.1”. */
  number: string;
  stage: string;
  list: ListAt;
  index: number;
  ways: WayNode[];
};

export type WayNode = {
  type: "way";
  key: string;
  step: string;
  /** The step's number. */
  number: string;
  way: Extract<ListAt, { step: string }>;
  kind: WayKind;
  name: string;
  steps: StepNode[];
};

export type StageNode = {
  type: "stage";
  /** `stage:<id>` or `ending:<name>`. */
  key: string;
  id: string;
  ending: Ending | null;
  name: string;
  number: string;
  list: ListAt;
  steps: StepNode[];
};

export type OutlineNode = StageNode | StepNode | WayNode;

/** A document as the tree that Canvas and Outline both show: stages, then the two endings. */
export function outlineOf(definition: Definition): StageNode[] {
  const stages = definition.stages.map(({ id, name, steps }, i) => {
    const number = `${i + 1}`;
    const list = { stage: id };
    return stageNode(`stage:${id}`, id, null, name, number, list, steps);
  });
  const endings = ENDINGS.map((ending, i) => {
    const number = `${definition.stages.length + i + 1}`;
    const steps = definition[ending]?.steps ?? [];
    return stageNode(`ending:${ending}`, ending, ending, ending, number, { ending }, steps);
  });
  return [...stages, ...endings];
}

function stageNode(
  key: string,
  id: string,
  ending: Ending | null,
  name: string,
  number: string,
  list: ListAt,
  steps: readonly Step[],
): StageNode {
  const nodes = stepNodes(steps, number, id, list);
  return { type: "stage", key, id, ending, name, number, list, steps: nodes };
}

/** A step that stands where it stood gives the node it gave: views draw only what changed. */
const known = new WeakMap<Step, StepNode>();

const stepNodes = (
  steps: readonly Step[],
  prefix: string,
  stage: string,
  list: ListAt,
): StepNode[] =>
  steps.map((step, index) => {
    const number = `${prefix}.${index + 1}`;
    const old = known.get(step);
    if (old && old.number === number && old.stage === stage && sameList(old.list, list)) return old;
    const ways = innerLists(step).map(({ name, path, steps: inner }, place): WayNode => {
      const way = { step: step.id, way: path.join(".") };
      const key = `${step.id}/${way.way}`;
      const nodes = stepNodes(inner, `${number}.${place + 1}`, stage, way);
      return {
        type: "way",
        key,
        step: step.id,
        number,
        way,
        kind: wayKind(path),
        name,
        steps: nodes,
      };
    });
    const node: StepNode = { type: "step", key: step.id, step, number, stage, list, index, ways };
    known.set(step, node);
    return node;
  });

function wayKind([first]: readonly (string | number)[]): WayKind {
  switch (first) {
    case "responded":
      return "responded";
    case "noAnswer":
      return "no_answer";
    case "otherwise":
      return "otherwise";
    case "arms":
      return "arm";
    case "steps":
      return "round";
    default:
      return "path";
  }
}

/** A row of the tree as a screen reader counts it: `level` and `place` from 1. */
export type OutlineRow = {
  node: OutlineNode;
  level: number;
  place: number;
  size: number;
  parent: string | null;
  /** Undefined for what has nothing inside. */
  expanded: boolean | undefined;
};

/** The rows that are seen: those inside collapsed ones are left out. */
export function rowsOf(
  outline: readonly StageNode[],
  collapsed: ReadonlySet<string>,
): OutlineRow[] {
  const rows: OutlineRow[] = [];
  const visit = (nodes: readonly OutlineNode[], level: number, parent: string | null) => {
    for (const [i, node] of nodes.entries()) {
      const inner = innerOf(node);
      const expanded = inner.length > 0 ? !collapsed.has(node.key) : undefined;
      rows.push({ node, level, place: i + 1, size: nodes.length, parent, expanded });
      if (expanded) visit(inner, level + 1, node.key);
    }
  };
  visit(outline, 1, null);
  return rows;
}

const innerOf = (node: OutlineNode): readonly OutlineNode[] =>
  node.type === "step" ? node.ways : node.steps;

/** Every step in reading order. */
export function stepsInOrder(outline: readonly StageNode[]): StepNode[] {
  const visit = (nodes: readonly StepNode[]): StepNode[] =>
    nodes.flatMap((node) => [node, ...node.ways.flatMap(({ steps }) => visit(steps))]);
  return outline.flatMap(({ steps }) => visit(steps));
}
