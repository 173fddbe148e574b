import type { SentenceOptions } from "@/core/sentence/names";
import { joinList, render } from "@/core/sentence/render";
import type { Definition, Stage } from "../definition";
import type { Difference } from "./difference";
import { outOfOrder } from "./places";

/** A notification needs no word. */
const classOf = (stage: Stage): string =>
  stage.class === "notification" ? "" : (stage.class ?? "");

/** Which stages came, went, are called something else, or stand in another order. */
export function stageDifferences(
  from: Definition,
  to: Definition,
  { locale }: SentenceOptions,
): Difference[] {
  const say = (stage: Stage | undefined) =>
    stage ? render("setting.stage", locale, { name: stage.name, class: classOf(stage) }) : null;
  const of = (
    kind: Difference["kind"],
    what: string,
    before: string | null,
    after: string | null,
  ) => ({
    ...{ kind, what, before, after },
    group: "settings" as const,
    stage: null,
    also: null,
  });
  const old = new Map(from.stages.map((stage) => [stage.id, stage]));
  const now = new Map(to.stages.map((stage) => [stage.id, stage]));
  const named = [...new Set([...now.keys(), ...old.keys()])].flatMap((id) => {
    const [before, after] = [say(old.get(id)), say(now.get(id))];
    if (before === after) return [];
    return of(
      before === null ? "added" : after === null ? "removed" : "changed",
      id,
      before,
      after,
    );
  });
  const stayed = (ids: Iterable<string>) => [...ids].filter((id) => old.has(id) && now.has(id));
  const moved = outOfOrder(stayed(old.keys()), stayed(now.keys()));
  if (moved.length === 0) return named;
  const order = (stages: Definition["stages"]) =>
    render("setting.stage_order", locale, {
      names: joinList(
        stages.map(({ name }) => name),
        locale,
      ),
    });
  return [...named, of("moved", moved[0] ?? "", order(from.stages), order(to.stages))];
}
