"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { useLocale, useText } from "@/components/text/text-provider";
import { type Definition, walk } from "@/core/workflow/definition";
import type { WorkflowDocument } from "@/core/workflow/edit/document";
import { newHistory, present } from "@/core/workflow/edit/history";
import type { EditorFacts } from "@/core/workflow/editor-facts";
import type { AcceptedCheck } from "@/core/workflow/problems/accepted";
import { usesOf } from "@/core/workflow/problems/channel-uses";
import type { Sender } from "../contents/content-preview";
import { CanvasView } from "./canvas/canvas-view";
import { ChecksProvider } from "./checks/checks-context";
import { useChecksOf } from "./checks/use-checks-of";
import { useCounting } from "./counts/use-counting";
import type { DraftState, EditorActions } from "./editor-actions";
import { EditorProvider, type EditorWorld } from "./editor-context";
import { editorNames, spokenIn } from "./editor-names";
import { EditorStore } from "./editor-store";
import { EditorBar } from "./frame/editor-bar";
import { EditorNotices } from "./frame/editor-notices";
import { PlanBar } from "./frame/plan-bar";
import { ProblemsStrip } from "./frame/problems-strip";
import { Said } from "./frame/said";
import { Inspector } from "./inspector/inspector";
import { firstHistory, newestOf, readKept } from "./kept-history";
import { OutlineView } from "./outline/outline-view";
import { PlanDialogs } from "./plan/plan-dialogs";
import { type Asking, useCommands } from "./plan/use-commands";
import { usePresence } from "./presence/use-presence";
import { Viewers } from "./presence/viewers";
import { useAutosave } from "./use-autosave";
import { useEditorAddress } from "./use-editor-address";
import { useEditorKeys } from "./use-editor-keys";
import { useKept } from "./use-kept";
import { useProblems } from "./use-problems";
import { type PublishDialogOf, usePublishing } from "./use-publishing";
import { useRemedy } from "./use-remedy";
import { useStored } from "./use-stored";

export type EditorProps = {
  slug: string;
  workflow: string;
  operatorId: string;
  mayEdit: boolean;
  opened: { document: WorkflowDocument; state: DraftState };
  /** What the live version says. */
  live: Definition | null;
  facts: EditorFacts;
  /** The checks of this workflow that somebody accepted. */
  accepted: readonly AcceptedCheck[];
  counts: ReadonlyMap<string, number>;
  sender: Sender;
  viewerZone: string;
  actions: EditorActions;
  testSend: EditorWorld["testSend"];
  /** Where the draft is simulated. */
  simulateHref: string;
  /** Chooses a supervisor for a team that has none. */
  leadPicker: (team: string, done: () => void) => ReactNode;
  publishDialog: PublishDialogOf;
};

/** The editor of one workflow: canvas and outline of one document, its inspector and its problems. */
export function Editor(props: EditorProps) {
  const { slug, workflow, operatorId, mayEdit, actions } = props;
  // As it was opened: what the server renders again later must not take the place of what is edited.
  const [opened, setOpened] = useState(props.opened);
  const [store] = useState(
    () => new EditorStore(newHistory(opened.document, 0), "start", randomId, () => Date.now()),
  );
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let current = true;
    const begin = async () => {
      const kept = mayEdit ? await readKept({ slug, workflow, operatorId }) : null;
      const stored = await newestOf(opened, kept, actions);
      if (!current) return;
      const { document, state } = stored;
      const untouched = store.get().history.snapshots.length === 1;
      if (untouched) {
        store.set({ history: firstHistory(document, state.revision, kept, Date.now()) });
        setOpened(stored);
      }
      setReady(true);
    };
    void begin();
    return () => {
      current = false;
    };
  }, [store, slug, workflow, operatorId, mayEdit, opened, actions]);
  return (
    <OpenEditor
      key={opened.state.revision}
      {...props}
      opened={opened}
      store={store}
      ready={ready}
    />
  );
}

const ID_CHARS = "abcdefghijklmnopqrstuvwxyz0123456789";
const ID_LENGTH = 10;

/** An id no step ever had: 36^10 of them. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_LENGTH));
  return `s_${[...bytes].map((byte) => ID_CHARS[byte % ID_CHARS.length]).join("")}`;
}

function OpenEditor(props: EditorProps & { store: EditorStore; ready: boolean }) {
  const {
    slug,
    workflow,
    operatorId,
    mayEdit,
    opened,
    facts,
    counts,
    sender,
    viewerZone,
    actions,
    store,
    testSend,
  } = props;
  const t = useText();
  const locale = useLocale();
  const router = useRouter();
  const saving = useAutosave({
    store,
    slug,
    workflow,
    operatorId,
    first: opened.state,
    opened: opened.document,
    actions,
    mayEdit: mayEdit && props.ready,
  });
  const { ready } = props;
  const presence = usePresence({ store, workflow, operatorId, actions, saving, mayEdit, ready });
  const readOnly = !mayEdit || saving.other !== null;
  const document = useStored(store, (state) => present(state.history).document);
  const current = useStored(store, (state) => state.current);
  const spoken = useKept(document.definition, spokenIn(document.definition));
  const names = useMemo(
    () => editorNames(facts, { definition: spoken, contents: document.contents }, locale),
    [facts, spoken, document.contents, locale],
  );
  const problems = useProblems(document, facts, props.accepted);
  const { found, byStep, accepted, acceptedByStep, workflowFacts, markOf } = problems;
  const reader = useMemo(() => ({ t, locale, names }), [t, locale, names]);
  const [asking, setAsking] = useState<Asking | null>(null);
  const commands = useCommands({ store, readOnly, facts }, reader, setAsking);
  const [listing, setListing] = useState(false);
  const { liveVersion } = saving.draft;
  const counted = useCounting({ store, counts, load: actions.flows, liveVersion });
  const { loadFlows } = counted;
  const { view, setView, inspecting, setInspecting, started } = useEditorAddress(store);
  const [content, setContent] = useState<{ key: string; at: string } | null>(null);
  const openContent = useCallback(
    (key: string) => setContent({ key, at: store.get().current }),
    [store],
  );
  const [team, setTeam] = useState<string | null>(null);
  const publishing = usePublishing({ saving, dialogOf: props.publishDialog });
  const world = useMemo(
    (): EditorWorld => ({
      store,
      slug,
      workflow,
      facts,
      names,
      readOnly,
      reader,
      commands,
      sender,
      viewerZone,
      counts,
      loadFlows,
      openContent,
      testSend,
    }),
    [
      store,
      slug,
      workflow,
      facts,
      names,
      readOnly,
      reader,
      commands,
      sender,
      viewerZone,
      counts,
      loadFlows,
      openContent,
      testSend,
    ],
  );
  useEffect(() => store.found(byStep, acceptedByStep), [store, byStep, acceptedByStep]);
  const showContent = (key: string) => {
    const holder = [...walk(store.document.definition)].find((place) =>
      usesOf(place).some(({ template }) => template === key),
    );
    if (!holder) return;
    store.set({ current: holder.step.id });
    openContent(key);
    setInspecting(true);
  };
  const publishable = saving.save.is === "same" || saving.save.is === "saved";
  const blocked = found.some(({ severity }) => severity === "problem");
  const { draft } = saving;
  const canPublish = !readOnly && draft.hasDraft && publishable && !blocked;
  const publish = () => canPublish && publishing.publish();
  /** A simulation plays what is stored. */
  const simulate = () =>
    void saving.flush().then((isStored) => isStored && router.push(props.simulateHref));
  useEditorKeys({
    commands,
    store,
    found,
    setView,
    view,
    publish,
    simulate,
    toggleCounts: counted.countNext,
  });
  const { flush } = saving;
  const checks = useChecksOf({ actions, flush, readOnly, markOf, viewerZone });
  const onRemedy = useRemedy({ store, slug, facts }, (what) => {
    if ("content" in what) showContent(what.content);
    if ("team" in what) setTeam(what.team);
    if ("simulate" in what) simulate();
  });
  const { live } = props;
  const discard = () => {
    if (!live) return;
    const { name } = store.document;
    store.edit({
      do: "replace",
      document: { name, definition: live, contents: {} },
      why: "discard",
    });
  };
  return (
    <EditorProvider world={world}>
      <ChecksProvider checks={checks}>
        <div
          className="ft-editor"
          data-view={view}
          data-inspecting={inspecting}
          data-started={started}
        >
          <button type="button" className="ft-skip" onClick={() => store.wish("plan")}>
            {t("editor.skipToSteps")}
          </button>
          <EditorBar
            backHref={`/${slug}/workflows/${encodeURIComponent(workflow)}`}
            save={saving.save}
            liveVersion={draft.liveVersion}
            hasDraft={draft.hasDraft}
            viewers={<Viewers presence={presence} />}
            onSimulate={simulate}
            onPublish={publish}
            canPublish={canPublish}
            onDiscard={live && draft.hasDraft && !readOnly ? discard : null}
          />
          <EditorNotices
            {...{ saving, presence, mayEdit }}
            published={publishing.published}
            onRollBack={publishing.rollBack}
          />
          <PlanBar
            found={found}
            accepted={accepted.length}
            view={view}
            onView={setView}
            counted={counted.shown}
            showing={listing}
            onShow={setListing}
          />
          <div className="ft-editor-body">
            <div className="ft-plans">
              {view === "outline" ? null : <CanvasView commands={commands} isMain />}
              {view === "canvas" ? null : (
                <OutlineView commands={commands} isMain={view === "outline"} />
              )}
            </div>
            {inspecting ? (
              <Inspector
                openContent={content?.at === current ? content.key : null}
                onClose={() => setInspecting(false)}
              />
            ) : null}
          </div>
          {listing ? <ProblemsStrip {...{ found, accepted, workflowFacts, onRemedy }} /> : null}
          <Said />
          <PlanDialogs asking={asking} commands={commands} onClose={() => setAsking(null)} />
          {team === null
            ? null
            : props.leadPicker(team, () => {
                setTeam(null);
                router.refresh();
              })}
          {publishing.dialog}
        </div>
      </ChecksProvider>
    </EditorProvider>
  );
}
