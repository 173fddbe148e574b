import { unreachable } from "@/core/assert";
import { Definition, NESTING_MAX, STAGES_MAX, STEPS_MAX, walk } from "../definition";
import { innerLists, type Step } from "../step";
import type { WorkflowDocument } from "./document";
import type { Done, Edit, Edited, Refusal } from "./edit";
import { everyStep, findStep } from "./find";
import { changeLists, type Gap, innerCount, sameList, withInner, withWays } from "./list-at";

/** Refused before anything was changed. */
class Refused extends Error {
  readonly why: Refusal;
  constructor(why: Refusal) {
    super(why);
    this.why = why;
  }
}

type Change = { document: WorkflowDocument; done: Done; focus: string | null };

/**
 * Does one thing to a document. The result is a document the schema accepts, or nothing is changed
 * and the answer says why. `newId` gives an id that no step ever had.
 */
export function applyEdit(document: WorkflowDocument, edit: Edit, newId: () => string): Edited {
  try {
    const change = changed(document, edit, newId);
    const { definition } = change.document;
    if (definition === document.definition) return { ok: true, ...change };
    const tooMuch = overLimit(definition);
    if (tooMuch) return { ok: false, why: tooMuch, issues: [] };
    const parsed = Definition.safeParse(definition);
    if (parsed.success) return { ok: true, ...change };
    const issues = parsed.error.issues.map(({ path, message }) => ({
      path: path.join("."),
      message,
    }));
    return { ok: false, why: "not_valid", issues };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, why: error.why, issues: [] };
    throw error;
  }
}

function overLimit(definition: Definition): Refusal | null {
  if (definition.stages.length > STAGES_MAX) return "too_many_stages";
  let count = 0;
  for (const { depth } of walk(definition)) {
    count += 1;
    if (depth > NESTING_MAX) return "too_deep";
  }
  return count > STEPS_MAX ? "too_many_steps" : null;
}

function changed(document: WorkflowDocument, edit: Edit, newId: () => string): Change {
  const { definition } = document;
  switch (edit.do) {
    case "insert": {
      const steps = withFreshIds(definition, edit.steps, newId);
      return on(document, inserted(definition, edit.at, steps), edit.do, steps);
    }
    case "move": {
      const steps = topmost(definition, edit.ids);
      return on(document, moved(definition, steps, edit.to), edit.do, steps);
    }
    case "duplicate": {
      const steps = topmost(definition, edit.ids);
      const last = findStep(definition, steps.at(-1)?.id ?? "");
      if (!last) throw new Refused("no_such_step");
      const copies = copied(steps, newId);
      const gap = { list: last.list, index: last.index + 1 };
      return on(document, inserted(definition, gap, copies), edit.do, copies);
    }
    case "remove":
      return removed(document, edit);
    case "disable": {
      const ids = new Set(edit.ids);
      const steps = everyStep(definition).flatMap(({ step }) => (ids.has(step.id) ? [step] : []));
      const next = changeSteps(definition, (step) =>
        ids.has(step.id) ? withDisabled(step, edit.disabled) : step,
      );
      return on(document, next, edit.do, steps, edit.disabled ? "off" : "on");
    }
    case "set_step": {
      const { step } = edit;
      const next = changeSteps(definition, (old) => (old.id === step.id ? step : old));
      return on(document, next, edit.do, [step]);
    }
    case "rename": {
      const title = edit.title.trim();
      const named = (step: Step): Step => {
        const { title: _, ...rest } = step;
        return title === "" ? rest : { ...rest, title };
      };
      const next = changeSteps(definition, (step) => (step.id === edit.id ? named(step) : step));
      return on(document, next, edit.do, topmost(next, [edit.id]), title);
    }
    case "wrap":
      return wrapped(document, edit);
    case "swap":
      return swapped(document, edit);
    case "set_value": {
      const done = { do: edit.do, kind: null, steps: 0, name: edit.path.join(".") };
      const next = withValue(definition, edit.path, edit.value) as Definition;
      return { document: { ...document, definition: next }, done, focus: null };
    }
    case "add_stage":
    case "rename_stage":
    case "move_stage":
    case "remove_stage":
      return stageChanged(document, edit);
    case "set_settings": {
      const done = { do: edit.do, kind: null, steps: 0, name: edit.name };
      const { stages, resolution } = definition;
      const expiry = { ...edit.definition.expiry, ...stepsOnly(definition.expiry) };
      const next = {
        ...edit.definition,
        stages,
        ...(resolution && { resolution }),
        ...(Object.keys(expiry).length > 0 && { expiry }),
      };
      return { document: { ...document, name: edit.name, definition: next }, done, focus: null };
    }
    case "set_content": {
      const { [edit.key]: _, ...others } = document.contents;
      const contents = edit.template ? { ...others, [edit.key]: edit.template } : others;
      const done = { do: edit.do, kind: null, steps: 0, name: edit.key };
      return { document: { ...document, contents }, done, focus: null };
    }
    case "replace": {
      const done = { do: edit.do, kind: null, steps: 0, name: edit.why };
      return { document: edit.document, done, focus: null };
    }
    default:
      return unreachable(edit);
  }
}

const stepsOnly = (expiry: Definition["expiry"]) => (expiry?.steps ? { steps: expiry.steps } : {});

function on(
  document: WorkflowDocument,
  definition: Definition,
  what: Edit["do"],
  steps: readonly Step[],
  name = "",
): Change {
  const [first] = steps;
  if (!first) throw new Refused("no_such_step");
  if (definition === document.definition) throw new Refused("nothing_changed");
  const count = steps.reduce((sum, step) => sum + 1 + innerCount(step), 0);
  const done = { do: what, kind: first.kind, steps: count, name };
  return { document: { ...document, definition }, done, focus: first.id };
}

const changeSteps = (definition: Definition, change: (step: Step) => Step): Definition =>
  changeLists(definition, (steps) => {
    const next = steps.map(change);
    return next.every((step, i) => step === steps[i]) ? steps : next;
  });

function withDisabled(step: Step, disabled: boolean): Step {
  if ((step.disabled ?? false) === disabled) return step;
  const { disabled: _, ...rest } = step;
  return disabled ? { ...rest, disabled } : rest;
}

/** The named steps that stand in no other named one, in reading order. */
export function topmost(definition: Definition, ids: readonly string[]): Step[] {
  const wanted = new Set(ids);
  const within = new Set<string>();
  const found: Step[] = [];
  for (const { step } of walk(definition)) {
    if (!wanted.has(step.id) || within.has(step.id)) continue;
    found.push(step);
    for (const inner of withInner(step)) within.add(inner.id);
  }
  return found;
}

function inserted(definition: Definition, { list, index }: Gap, steps: readonly Step[]) {
  let found = false;
  const next = changeLists(definition, (old, at) => {
    if (!sameList(at, list)) return old;
    found = true;
    return old.toSpliced(Math.min(index, old.length), 0, ...steps);
  });
  if (!found) throw new Refused("no_such_step");
  return next;
}

function without(definition: Definition, steps: readonly Step[]): Definition {
  const gone = new Set(steps.map(({ id }) => id));
  return changeLists(definition, (old) => {
    const left = old.filter(({ id }) => !gone.has(id));
    return left.length === old.length ? old : left;
  });
}

function moved(definition: Definition, steps: readonly Step[], to: Gap): Definition {
  const inside = new Set(steps.flatMap((step) => [...withInner(step)].map(({ id }) => id)));
  if ("step" in to.list && inside.has(to.list.step)) throw new Refused("into_itself");
  const top = new Set(steps.map(({ id }) => id));
  let before = 0;
  changeLists(definition, (old, at) => {
    if (sameList(at, to.list)) before = old.slice(0, to.index).filter((s) => top.has(s.id)).length;
    return old;
  });
  const gap = { list: to.list, index: to.index - before };
  const next = inserted(without(definition, steps), gap, steps);
  const order = (doc: Definition) => everyStep(doc).map(({ step, list }) => [step.id, list]);
  const same = JSON.stringify(order(next)) === JSON.stringify(order(definition));
  return same ? definition : next;
}

function removed(document: WorkflowDocument, edit: Extract<Edit, { do: "remove" }>): Change {
  const { definition } = document;
  const steps = topmost(definition, edit.ids);
  const [first] = steps;
  const place = first && findStep(definition, first.id);
  if (!first || !place) throw new Refused("no_such_step");
  const keep = innerLists(first).find(({ path }) => path.join(".") === edit.keep)?.steps ?? [];
  const next = changeLists(without(definition, steps), (old, at) =>
    sameList(at, place.list) && keep.length > 0 ? old.toSpliced(place.index, 0, ...keep) : old,
  );
  const left = next && listSteps(next, place);
  const focus =
    left[place.index]?.id ??
    left[place.index - 1]?.id ??
    ("step" in place.list ? place.list.step : null);
  const change = on(document, next, edit.do, steps);
  const kept = keep.reduce((sum, step) => sum + 1 + innerCount(step), 0);
  return { ...change, done: { ...change.done, steps: change.done.steps - kept }, focus };
}

function listSteps(definition: Definition, { list }: { list: Gap["list"] }): readonly Step[] {
  let found: readonly Step[] = [];
  changeLists(definition, (steps, at) => {
    if (sameList(at, list)) found = steps;
    return steps;
  });
  return found;
}

function wrapped(document: WorkflowDocument, edit: Extract<Edit, { do: "wrap" }>): Change {
  const { definition } = document;
  const steps = topmost(definition, edit.ids);
  const places = steps.map(({ id }) => findStep(definition, id));
  const [first] = places;
  if (!first) throw new Refused("no_such_step");
  const isRun = places.every(
    (place, i) => place && sameList(place.list, first.list) && place.index === first.index + i,
  );
  if (!isRun) throw new Refused("not_neighbours");
  const branch = withWays(edit.branch, (way, old) => (way === "paths.0.steps" ? steps : old));
  const gap = { list: first.list, index: first.index };
  return on(document, inserted(without(definition, steps), gap, [branch]), edit.do, [branch]);
}

function swapped(document: WorkflowDocument, { a, b }: { a: string; b: string }): Change {
  const { definition } = document;
  const [first, second] = [findStep(definition, a)?.step, findStep(definition, b)?.step];
  if (!first || !second) throw new Refused("no_such_step");
  if (topmost(definition, [a, b]).length < 2) throw new Refused("into_itself");
  const other = (step: Step) => (step.id === a ? second : step.id === b ? first : step);
  return on(document, changeSteps(definition, other), "swap", [first]);
}

/** The same value with one place in it changed; what lies on the way is made where it is missing. */
function withValue(
  whole: unknown,
  [name, ...rest]: readonly (string | number)[],
  value: unknown,
): unknown {
  if (name === undefined) return value;
  if (Array.isArray(whole)) {
    const at = Number(name);
    const next = withValue(whole[at], rest, value);
    return next === undefined ? whole.toSpliced(at, 1) : whole.toSpliced(at, 1, next);
  }
  const { [name]: old, ...others } = { ...(whole as Record<string, unknown>) };
  const next = withValue(old, rest, value);
  return next === undefined ? others : { ...others, [name]: next };
}

type StageEdit = Extract<
  Edit,
  { do: "add_stage" | "rename_stage" | "move_stage" | "remove_stage" }
>;

function stageChanged(document: WorkflowDocument, edit: StageEdit): Change {
  const { definition } = document;
  const { stages } = definition;
  const at = stages.findIndex(({ id }) => id === edit.id);
  const stage = stages[at];
  const result = (next: Definition["stages"], name: string, steps = 0): Change => ({
    document: { ...document, definition: { ...definition, stages: next } },
    done: { do: edit.do, kind: null, steps, name },
    focus: null,
  });
  if (edit.do === "add_stage") {
    const added = { id: edit.id, name: edit.name, steps: [] };
    return result(stages.toSpliced(edit.index, 0, added), edit.name);
  }
  if (!stage) throw new Refused("no_such_stage");
  switch (edit.do) {
    case "rename_stage":
      return result(stages.with(at, { ...stage, name: edit.name.trim() }), edit.name);
    case "move_stage": {
      const to = at + edit.by;
      if (to < 0 || to >= stages.length) throw new Refused("nothing_changed");
      return result(stages.toSpliced(at, 1).toSpliced(to, 0, stage), stage.name);
    }
    case "remove_stage": {
      if (stages.length === 1) throw new Refused("last_stage");
      const count = stage.steps.reduce((sum, step) => sum + 1 + innerCount(step), 0);
      return result(stages.toSpliced(at, 1), stage.name, count);
    }
    default:
      return unreachable(edit);
  }
}

/** Steps that come from elsewhere: those whose id is taken get another. */
function withFreshIds(definition: Definition, steps: readonly Step[], newId: () => string): Step[] {
  const taken = new Set([...walk(definition)].map(({ step }) => step.id));
  const fresh = (step: Step): Step => {
    const id = taken.has(step.id) ? newId() : step.id;
    taken.add(id);
    return withWays({ ...step, id }, (_, inner) => inner.map(fresh));
  };
  return steps.map(fresh);
}

function copied(steps: readonly Step[], newId: () => string): Step[] {
  const copy = (step: Step): Step =>
    withWays({ ...step, id: newId() }, (_, inner) => inner.map(copy));
  return steps.map(copy);
}
