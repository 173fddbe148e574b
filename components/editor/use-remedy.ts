"use client";

import { useRouter } from "next/navigation";
import type { DraftContent, DraftTemplate } from "@/core/template/draft-template";
import { findStep } from "@/core/workflow/edit/find";
import type { EditorFacts } from "@/core/workflow/editor-facts";
import { replaceName } from "@/core/workflow/problems/remedies";
import type { Remedy } from "@/core/workflow/problems/remedy";
import type { EditorStore } from "./editor-store";
import { SETTINGS_KEY } from "./plan/plan-nodes";

/** The parts of a document that stand on the Start and Stops cards, by the field a fix leads to. */
const START_FIELDS = ["start", "person", "subject", "key", "due"];

/** Does what a fix button says: changes the document, or leads to where it is changed. */
export function useRemedy(
  { store, slug, facts }: { store: EditorStore; slug: string; facts: EditorFacts },
  show: (what: { content: string } | { team: string } | { simulate: true }) => void,
) {
  const router = useRouter();
  return (remedy: Remedy) => {
    const { definition, contents } = store.document;
    switch (remedy.kind) {
      case "focus": {
        const [root = ""] = remedy.field.split(".");
        const head = root === "stopsWhen" ? "stops" : START_FIELDS.includes(root) ? "start" : "";
        store.set({ current: remedy.step ?? (head || SETTINGS_KEY) });
        return store.wish("inspector", remedy.field);
      }
      case "set":
        store.edit({ do: "set_value", path: remedy.path, value: remedy.value });
        return;
      case "insert": {
        const beside = findStep(definition, remedy.before ?? remedy.after ?? "");
        if (!beside) return;
        const index = beside.index + (remedy.after === undefined ? 0 : 1);
        store.edit({ do: "insert", at: { list: beside.list, index }, steps: [remedy.step] });
        return;
      }
      case "swap":
        store.edit({ do: "swap", a: remedy.a, b: remedy.b });
        return;
      case "replace_text": {
        const template = contents[remedy.template] ?? facts.templates[remedy.template];
        if (!template) return;
        const next = withText(template as DraftTemplate, (text) =>
          replaceName(text, remedy.from, remedy.to),
        );
        store.edit({ do: "set_content", key: remedy.template, template: next });
        return;
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
  event: "events",
  content: "content",
  team: "teams",
  scenario: "workflows",
} as const;

/** A template with every text of it changed, in each language. */
function withText(template: DraftTemplate, change: (text: string) => string): DraftTemplate {
  const content = (old: DraftContent): DraftContent => ({
    ...old,
    body: change(old.body),
    ...(old.subject !== undefined && { subject: change(old.subject) }),
    ...(old.preheader !== undefined && { preheader: change(old.preheader) }),
    ...(old.title !== undefined && { title: change(old.title) }),
  });
  const locales = Object.entries(template.locales ?? {}).map(
    ([tag, words]) => [tag, content(words)] as const,
  );
  return {
    ...template,
    content: content(template.content),
    ...(template.locales && { locales: Object.fromEntries(locales) }),
  };
}
