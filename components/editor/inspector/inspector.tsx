"use client";

import { ChevronLeft, ChevronRight, X } from "lucide-react";
import { type CSSProperties, type ReactNode, useEffect, useId, useRef } from "react";
import { useText } from "@/components/text/text-provider";
import { IconButton } from "@/components/ui/button";
import { stepsInOrder } from "@/core/workflow/edit/outline";
import { useEditor, useOutline, useWorld } from "../editor-context";
import { focusField } from "../forms/focus-field";
import { Splitter, useInspectorWidth } from "../frame/splitter";
import { nodeOf } from "../plan/plan-nodes";
import { kindWord, stageName } from "../plan/plan-words";
import { useReader } from "../plan/use-reader";
import { HeadInspector } from "./head-inspector";
import { StageInspector } from "./stage-inspector";
import { StepInspector } from "./step-inspector";

/** Where the inspector lies over the plan. */
const NARROW = "(width < 900px)";

/** Beside the plan, on a narrow screen over it: everything about the node that has the focus. */
export function Inspector({
  openContent,
  onClose,
}: {
  /** The content that is shown; null for the step's own form. */
  openContent: string | null;
  onClose: () => void;
}) {
  const t = useText();
  const { store } = useWorld();
  const outline = useOutline();
  const current = useEditor((state) => state.current);
  const wish = useEditor((state) => state.wish);
  const root = useRef<HTMLElement>(null);
  const id = useId();
  const width = { "--ft-inspector": `${useInspectorWidth()}px` } as CSSProperties;
  useEffect(() => {
    if (wish?.to !== "inspector" || !root.current) return;
    const { field } = wish;
    const body = root.current.querySelector<HTMLElement>("[data-inspector-body]") ?? root.current;
    if (field !== null && focusField(body, field)) return;
    const first = body.querySelector<HTMLElement>(
      "input:not([type=hidden]):not(:disabled), select:not(:disabled), textarea:not(:disabled)",
    );
    (first ?? body.querySelector<HTMLElement>("button, [tabindex]") ?? root.current).focus();
  }, [wish]);
  const node = nodeOf(outline, current);
  const key = node?.type === "way" ? node.step : current;
  const shown = nodeOf(outline, key);
  return (
    <aside
      ref={root}
      id={id}
      tabIndex={-1}
      className="ft-inspector"
      style={width}
      aria-label={t("editor.inspector")}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        if (window.matchMedia(NARROW).matches) onClose();
        store.wish("plan");
      }}
    >
      <Splitter panel={root} id={id} />
      <InspectorBar current={key} onClose={onClose} />
      <div data-inspector-body className="ft-inspector-body">
        {shown?.type === "step" ? (
          <StepInspector key={shown.key} node={shown} openContent={openContent} />
        ) : shown?.type === "stage" ? (
          <StageInspector key={shown.key} node={shown} />
        ) : (
          <HeadInspector key={current} part={current} />
        )}
      </div>
    </aside>
  );
}

function InspectorBar({ current, onClose }: { current: string; onClose: () => void }) {
  const t = useText();
  const reader = useReader();
  const { store } = useWorld();
  const outline = useOutline();
  const steps = stepsInOrder(outline);
  const at = steps.findIndex(({ key }) => key === current);
  const node = nodeOf(outline, current);
  let title: ReactNode = t("editor.settings");
  if (node?.type === "step") {
    title = t("editor.inspectorOf", { number: node.number, kind: kindWord(node.step, reader) });
  } else if (node?.type === "stage") title = stageName(node, reader);
  else if (current === "start") title = t("editor.start");
  else if (current === "stops") title = t("editor.stops");
  const go = (to: number) => {
    const next = steps[to];
    if (next) store.set({ current: next.key, chosen: new Set() });
  };
  return (
    <div className="ft-inspector-bar">
      <h2 className="min-w-0 flex-1 truncate font-semibold">{title}</h2>
      <IconButton
        size="sm"
        label={t("editor.previousStep")}
        isDisabled={at < 1}
        onPress={() => go(at - 1)}
      >
        <ChevronLeft aria-hidden="true" className="rtl:-scale-x-100" />
      </IconButton>
      <IconButton
        size="sm"
        label={t("editor.nextStep")}
        isDisabled={at === steps.length - 1}
        onPress={() => go(at + 1)}
      >
        <ChevronRight aria-hidden="true" className="rtl:-scale-x-100" />
      </IconButton>
      <IconButton
        size="sm"
        label={t("editor.close")}
        onPress={() => {
          onClose();
          store.wish("plan");
        }}
      >
        <X aria-hidden="true" />
      </IconButton>
    </div>
  );
}
