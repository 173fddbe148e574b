"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { LiveNews } from "@/components/live/live-client";
import { useLive } from "@/components/live/live-provider";
import { useText } from "@/components/text/text-provider";
import { type ActionAnswer, answerOf } from "@/components/ui/action-answer";
import { SECOND_MS } from "@/core/time";
import type { Colleague, DraftRoom, EditorActions } from "../editor-actions";
import type { EditorStore } from "../editor-store";
import type { useAutosave } from "../use-autosave";
import { type Told, toldOf } from "./told";

/** Well within the minute after which the server takes a tab for closed. */
const BEAT_MS = 20 * SECOND_MS;
/** Nothing is sent when the writer's time runs out. */
const ASKING_BEAT_MS = 5 * SECOND_MS;

type Given = {
  store: EditorStore;
  workflow: string;
  operatorId: string;
  actions: EditorActions;
  saving: ReturnType<typeof useAutosave>;
  /** By their role, whoever writes at the moment. */
  mayEdit: boolean;
  /** Whether what this browser kept of the draft has been read. */
  ready: boolean;
};

export type Presence = ReturnType<typeof usePresence>;

/** What became of asking so far. */
type Answer = "asked" | "refused";

const ALONE: Pick<DraftRoom, "others" | "asking" | "refused"> = {
  others: [],
  asking: false,
  refused: false,
};

/** Who else is at this draft, and how it goes from one to the other. */
export function usePresence(given: Given) {
  const { store, workflow, operatorId, actions, saving, mayEdit, ready } = given;
  const t = useText();
  const [tab] = useState(tabId);
  const [room, setRoom] = useState(ALONE);
  const [failed, setFailed] = useState<string | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  const [handedTo, setHandedTo] = useState<string | null>(null);
  const { draft, other } = saving;
  const [writer, setWriter] = useState(draft.writer);
  if (writer?.id !== draft.writer?.id) {
    setWriter(draft.writer);
    setTold(toldOf(writer, draft.writer, { me: operatorId, handedTo }));
    setHandedTo(null);
  }

  const newest = useRef(saving);
  useEffect(() => {
    newest.current = saving;
  });
  const enter = useCallback(async ({ others, asking, refused, ...state }: DraftRoom) => {
    await newest.current.hear(state);
    setRoom({ others, asking, refused });
  }, []);
  const attending = useRef({ now: false, again: false });
  const attend = useCallback(async (): Promise<void> => {
    const { current } = attending;
    current.again = current.now;
    if (current.now) return;
    current.now = true;
    do {
      current.again = false;
      const answer = await answerOf(() => actions.attend(tab), t, "ui.noAnswerToast");
      if (answer.ok) await enter(answer.value);
    } while (current.again);
    current.now = false;
  }, [actions, tab, t, enter]);

  const { asking } = room;
  useEffect(() => {
    if (!ready) return;
    void attend();
    const beating = setInterval(() => void attend(), asking ? ASKING_BEAT_MS : BEAT_MS);
    return () => clearInterval(beating);
  }, [attend, ready, asking]);
  useLive("drafts", (news) => {
    if (ready && concerns(news, workflow, draft.revision)) void attend();
  });
  useLeaving(saving, () => actions.leave(tab), attend);

  /** Does it, and shows what became of it or why it did not. */
  const act = async (call: () => Promise<ActionAnswer<DraftRoom>>): Promise<void> => {
    const answer = await answerOf(call, t, "ui.noAnswerToast");
    setFailed(answer.ok ? null : answer.message);
    if (answer.ok) await enter(answer.value);
    else void attend();
  };
  const ask = (isAsking: boolean) => act(() => actions.ask(tab, isAsking));
  const keep = (from: Colleague) => act(() => actions.keep(from.id));
  const handOver = async (to: Colleague): Promise<void> => {
    if (!(await saving.flush())) return setFailed(t("presence.notSaved", { name: to.name }));
    setHandedTo(to.id);
    await act(() => actions.handOver(to.id));
  };

  const isWriting = draft.writer?.id === operatorId;
  const askers = isWriting ? room.others.filter(({ asks }) => asks) : [];
  const saidTold = told === null || !mayEdit ? "" : t(`presence.${told.what}`, told);
  useSaid(store, saidTold);
  useSaid(store, askers.map(({ name }) => t("presence.asks", { name })).join(" "));
  const answer: Answer | null = asking ? "asked" : room.refused ? "refused" : null;
  const saidAnswer = other && answer ? t(`presence.${answer}`, { name: other.name }) : "";
  useSaid(store, saidAnswer);
  return {
    others: room.others,
    writerId: draft.writer?.id ?? null,
    other,
    askers,
    answer,
    told,
    failed,
    ask,
    keep,
    handOver,
    takeOver: saving.takeOver,
    dismiss: () => setTold(null),
  };
}

/** Has something read out when it becomes true. */
function useSaid(store: EditorStore, words: string): void {
  useEffect(() => {
    if (words !== "") store.say(words);
  }, [store, words]);
}

/** Whether news may bear on this draft; one's own saving does not. */
function concerns({ reset, changes }: LiveNews, workflow: string, revision: number): boolean {
  const { drafts = [] } = changes;
  if (reset || drafts === "many") return true;
  return drafts.some(({ id, rev, fields }) => id === workflow && (fields || rev !== revision));
}

/** Says that this tab leaves, once all is saved: on another page of the console, or for good. */
function useLeaving(
  { flush }: Pick<ReturnType<typeof useAutosave>, "flush">,
  leave: () => void,
  back: () => void,
): void {
  const newest = useRef({ flush, leave, back });
  useEffect(() => {
    newest.current = { flush, leave, back };
  });
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    clearTimeout(leaving.current);
    const hidden = () => newest.current.leave();
    const shown = ({ persisted }: PageTransitionEvent) => persisted && newest.current.back();
    window.addEventListener("pagehide", hidden);
    window.addEventListener("pageshow", shown);
    return () => {
      window.removeEventListener("pagehide", hidden);
      window.removeEventListener("pageshow", shown);
      // Later: what only begins again has not left.
      leaving.current = setTimeout(() => {
        const { flush, leave } = newest.current;
        void flush().then(leave);
      });
    };
  }, []);
}

const ID_BYTES = 12;

function tabId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
