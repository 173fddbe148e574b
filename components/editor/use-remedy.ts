"use client";

import { useRouter } from "next/navigation";
import { withTexts } from "@/core/template/change-texts";
import type { DraftTemplate } from "@/core/template/draft-template";
import type { Edit } from "@/core/workflow/edit/edit";
import { findStep } from "@/core/workflow/edit/find";
import { outlineOf } from "@/core/workflow/edit/outline";
import type { EditorFacts } from "@/core/workflow/editor-facts";
import { replaceName } from "@/core/workflow/problems/remedies";
import type { Remedy } from "@/core/workflow/problems/remedy";
import type { Problem } from "@/core/workflow/validate";
import type { EditorStore } from "./editor-store";
import { opened, SETTINGS_KEY } from "./plan/plan-nodes";
import { headOf } from "./plan/plan-problems";

/**
 * Does what a fix button says: changes the document, or leads to where it is changed. The focus goes to
 * what was mended, as the button goes away with its problem.
 */
export function useRemedy(
  { store, slug, facts }: { store: EditorStore; slug: string; facts: EditorFacts },
  show: (what: { content: string } | { team: string } | { simulate: true }) => void,
) {
  const router = useRouter();
  const go = (place: string) => {
    const outline = outlineOf(store.document.definition);
    const collapsed = opened(outline, store.get().collapsed, place);
    store.set({ current: place, chosen: new Set(), collapsed });
  };
  return (remedy: Remedy, problem: Problem) => {
    const { definition, contents } = store.document;
    const mend = (edit: Edit) => {
      const edited = store.edit(edit);
      if (!edited.ok) return;
      const place = edited.focus ?? problem.step ?? headOf(problem.path);
      go(place);
      if (place === SETTINGS_KEY) store.wish("inspector", problem.path);
      else store.wish("plan");
    };
    switch (remedy.kind) {
      case "focus":
        go(remedy.step ?? headOf(remedy.field));
        return store.wish("inspector", remedy.field);
      case "set":
        return mend({ do: "set_value", path: remedy.path, value: remedy.value });
      case "insert": {
        const beside = findStep(definition, remedy.before ?? remedy.after ?? "");
        if (!beside) return;
        const index = beside.index + (remedy.after === undefined ? 0 : 1);
        const at = { list: beside.list, index };
        return mend({ do: "insert", at, steps: [remedy.step] });
      }
      case "swap":
        return mend({ do: "swap", a: remedy.a, b: remedy.b });
      case "replace_text": {
        const template = contents[remedy.template] ?? facts.templates[remedy.template];
        if (!template) return;
        const next = withTexts(template as DraftTemplate, (text) =>
          replaceName(text, remedy.from, remedy.to),
        );
        return mend({ do: "set_content", key: remedy.template, template: next });
      }
      default:
        if (remedy.what === "content" && remedy.key) return show({ content: remedy.key });
        if (remedy.what === "team" && remedy.key) return show({ team: remedy.key });
        if (remedy.what === "scenario") return show({ simulate: true });
        router.push(`/${slug}/${PAGES[remedy.what]}`);
    }
  };
}

const PAGES = {
  topic: "settings/topics",
  channels: "settings/channels",
  brand: "settings/brand",
  event: "events",
  content: "content",
  team: "teams",
  scenario: "workflows",
} as const;
