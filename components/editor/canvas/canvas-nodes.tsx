"use client";

import { ChevronDown, ChevronRight, Octagon, Zap } from "lucide-react";
import { memo, type ReactNode } from "react";
import { useText } from "@/components/text/text-provider";
import { stepSentence } from "@/core/sentence/step-sentence";
import type { StageNode, StepNode, WayNode } from "@/core/workflow/edit/outline";
import { useDocument, useEditor, useWorld } from "../editor-context";
import { iconOf, KindIcon } from "../plan/kind-icon";
import { NodeMenu } from "../plan/node-menu";
import { NONE, useNodeState } from "../plan/node-parts";
import { FoundMark } from "../plan/node-texts";
import {
  foundWords,
  kindWord,
  nodeWords,
  stageName,
  startName,
  stopsName,
  wayName,
  wayWord,
} from "../plan/plan-words";
import { CountToken, useStageCount, useStepCount, useWayCount } from "../plan/step-count";
import type { Commands } from "../plan/use-commands";
import { useReader } from "../plan/use-reader";

type Shell = {
  id: string;
  name: string;
  role: string;
  className: string;
  commands: Commands;
  children: ReactNode;
  hint?: string | undefined;
};

/** What every node of the canvas is: a group with a name, one of which can be tabbed to. */
function CanvasNode({ id, name, role, className, commands, children, hint }: Shell) {
  const { store } = useWorld();
  const { isCurrent, isChosen, isMoved } = useNodeState(id);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the canvas around it has the keys
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form's
    <div
      role="group"
      aria-roledescription={role}
      aria-label={name}
      aria-description={hint}
      data-plan={id}
      tabIndex={isCurrent ? 0 : -1}
      data-current={isCurrent}
      data-chosen={isChosen}
      data-moved={isMoved}
      className={className}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest("button")) return;
        if (event.shiftKey) return commands.chooseTo(id);
        commands.focus(id);
      }}
      onMouseDown={(event) => {
        // Text would be marked, and the focus gone from where choosing begins.
        if (event.shiftKey) event.preventDefault();
      }}
      onDoubleClick={(event) => {
        const isTitle = event.target instanceof Element && event.target.closest("[data-title]");
        if (isTitle) commands.rename(id);
        else store.wish("inspector");
      }}
      onFocus={(event) => {
        if (event.target === event.currentTarget && !isCurrent) store.set({ current: id });
      }}
    >
      {children}
    </div>
  );
}

export const StepCard = memo(function StepCard({
  node,
  commands,
}: {
  node: StepNode;
  commands: Commands;
}) {
  const t = useText();
  const reader = useReader();
  const { isCurrent, found, count } = useNodeState(node.key);
  const { step, number } = node;
  const sentence = stepSentence(step, { locale: reader.locale, names: reader.names });
  const words = nodeWords(node, { found, cases: count }, reader);
  const flow = useStepCount(node);
  const name = [words, flow?.said, ...found.map((one) => foundWords(one, reader))]
    .filter(Boolean)
    .join(" ");
  const isBroken = found.some(({ severity }) => severity === "problem");
  return (
    <CanvasNode
      id={node.key}
      name={name}
      role={t("editor.stepRole")}
      hint={t("editor.stepHint")}
      className={`ft-card ${isBroken ? "ft-card-broken" : ""} ${step.disabled ? "ft-card-off" : ""}`}
      commands={commands}
    >
      <div className="ft-card-head ft-card-handle nopan">
        <KindIcon kind={iconOf(step)} />
        <span data-title className="font-medium text-ft-2">
          {kindWord(step, reader)}
        </span>
        {step.title ? (
          <span data-title className="min-w-0 truncate text-ft-2">
            {step.title}
          </span>
        ) : null}
        <span className="ft-figures ms-auto text-ft-3">{number}</span>
        <NodeMenu node={node} commands={commands} tabbable={isCurrent} />
      </div>
      <p className="ft-card-sentence">{sentence}</p>
      <div className="ft-card-foot">
        {count > 0 ? <span>{t("editor.casesHere", { n: count })}</span> : null}
        {flow ? <CountToken text={flow.tokens} said={flow.said} /> : null}
        {step.disabled ? <span>{t("editor.off")}</span> : null}
        <FoundMark found={found} />
      </div>
    </CanvasNode>
  );
});

export const WayPill = memo(function WayPill({
  node,
  commands,
}: {
  node: WayNode;
  commands: Commands;
}) {
  const t = useText();
  const reader = useReader();
  const flow = useWayCount(node);
  return (
    <CanvasNode
      id={node.key}
      name={[wayName(node, reader), flow?.said].filter(Boolean).join(". ")}
      role={t("editor.wayRole")}
      className="ft-way"
      commands={commands}
    >
      <span className="truncate">{wayWord(node, reader)}</span>
      {flow ? <CountToken text={flow.token} said={flow.said} /> : null}
    </CanvasNode>
  );
});

export const StageBand = memo(function StageBand({
  node,
  commands,
}: {
  node: StageNode;
  commands: Commands;
}) {
  const t = useText();
  const reader = useReader();
  const closed = useEditor(({ collapsed }) => collapsed.has(node.key));
  const { isCurrent } = useNodeState(node.key);
  const inside = useEditor(({ counts }) =>
    node.steps.reduce((sum, { key }) => sum + (counts.get(key) ?? 0), 0),
  );
  const reached = useStageCount(node);
  const Chevron = closed ? ChevronRight : ChevronDown;
  const name = stageName(node, reader);
  return (
    <CanvasNode
      id={node.key}
      name={name}
      role={t("editor.stageRole")}
      className="ft-band"
      commands={commands}
    >
      <button
        type="button"
        className="ft-tree-fold"
        tabIndex={isCurrent ? 0 : -1}
        aria-label={`${t(closed ? "editor.expand" : "editor.collapse")} ${name}`}
        aria-expanded={!closed}
        onClick={() => commands.collapse(node.key, !closed)}
      >
        <Chevron aria-hidden="true" size={16} />
      </button>
      <b data-title className="font-semibold">
        {name}
      </b>
      {closed ? (
        <span className="text-ft-3">{t("editor.stepsToken", { n: node.steps.length })}</span>
      ) : null}
      {inside > 0 ? (
        <span className="text-xs text-ft-2">{t("editor.casesHere", { n: inside })}</span>
      ) : null}
      {reached ? <span className="ft-figures text-xs text-ft-2">{reached}</span> : null}
      <span className="ms-auto" />
      <NodeMenu node={node} commands={commands} tabbable={isCurrent} />
    </CanvasNode>
  );
});

export const HeadCard = memo(function HeadCard({
  id,
  commands,
}: {
  id: "start" | "stops";
  commands: Commands;
}) {
  const t = useText();
  const reader = useReader();
  const { definition } = useDocument();
  const all = useEditor(({ problems }) => problems.get("") ?? NONE);
  const isStart = id === "start";
  const text = isStart ? startName(definition, reader) : stopsName(definition, reader);
  const name = isStart ? text : `${t("editor.stops")}. ${text}`;
  const Icon = isStart ? Zap : Octagon;
  const prefix = isStart ? ["start", "person", "subject", "key", "due"] : ["stopsWhen"];
  const found = all.filter(({ path }) =>
    prefix.some((field) => path === field || path.startsWith(`${field}.`)),
  );
  return (
    <CanvasNode
      id={id}
      name={name}
      role={t("editor.headRole")}
      className="ft-card ft-card-headish"
      commands={commands}
    >
      <div className="ft-card-head">
        <Icon aria-hidden="true" size={16} className="text-ft-3" />
        <span className="font-medium text-ft-2">
          {t(isStart ? "editor.start" : "editor.stops")}
        </span>
        <span className="ms-auto">
          <FoundMark found={found} />
        </span>
      </div>
      <p className="ft-card-sentence" data-lines="5">
        {isStart ? text.replace(`${t("editor.start")}. `, "") : text}
      </p>
    </CanvasNode>
  );
});
