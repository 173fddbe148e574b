"use client";

import { useEffect, useEffectEvent, useState, useTransition } from "react";
import { useText } from "@/components/text/text-provider";
import { answerOf, type Failure, failureOf } from "@/components/ui/action-answer";
import { publishAction, publishPreview } from "./actions";

export type Preview = Extract<Awaited<ReturnType<typeof publishPreview>>, { ok: true }>["value"];

export type Publishing = {
  slug: string;
  workflow: string;
  /** An earlier version to be made live again; left out: the draft. */
  restore?: number | undefined;
};

type Choice = { inFlight: "finish" | "move"; spreadMinutes: number; note: string };

/** The preview of a publishing, and the publishing itself: what it was made for changed, it is made again. */
export function usePublishing(
  { slug, workflow, restore }: Publishing,
  onPublished: (version: number) => void,
) {
  const t = useText();
  const [preview, setPreview] = useState<Preview>();
  const [failure, setFailure] = useState<Failure>();
  const [isStale, setStale] = useState(false);
  const [pending, start] = useTransition();
  const load = () =>
    answerOf(() => publishPreview(slug, { key: workflow, restore }), t, "ui.noAnswerToast");
  const look = useEffectEvent(load);
  useEffect(() => {
    let current = true;
    look().then((answer) => {
      if (!current) return;
      if (answer.ok) setPreview(answer.value);
      else setFailure(failureOf(answer));
    });
    return () => {
      current = false;
    };
  }, []);
  const publish = ({ inFlight, spreadMinutes, note }: Choice) => {
    if (!preview) return;
    const { confirmToken } = preview;
    const spread = inFlight === "move" && spreadMinutes > 0 ? { spreadMinutes } : {};
    setFailure(undefined);
    start(async () => {
      const input = { key: workflow, restore, confirmToken, inFlight, note, ...spread };
      const answer = await answerOf(() => publishAction(slug, input), t, "ui.noAnswerToast");
      if (answer.ok) return onPublished(answer.value.version);
      if (answer.code !== "conflict") return setFailure(failureOf(answer));
      const again = await load();
      setStale(again.ok);
      if (again.ok) setPreview(again.value);
      else setFailure(failureOf(again));
    });
  };
  /** The same again, after its checks were dealt with. */
  const reload = async () => {
    const again = await load();
    if (again.ok) setPreview(again.value);
  };
  return { preview, failure, isStale, pending, publish, reload };
}
