"use client";

import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/dialog";
import { Note } from "@/components/ui/note";
import { useWorld } from "../editor-context";
import type { Presence } from "./use-presence";

/** Who asks for the draft, who has it, and what may be done about either. */
export function PresenceNotes({ presence, mayEdit }: { presence: Presence; mayEdit: boolean }) {
  const t = useText();
  const { store } = useWorld();
  const { askers, other, told, failed } = presence;
  /** The buttons go with the note: the focus goes on where the work is. */
  const thenPlan = (does: Promise<void>) => void does.then(() => store.wish("plan"));
  return (
    <>
      {askers.map((asker) => (
        <Note key={asker.id}>
          {t("presence.asks", { name: asker.name })}{" "}
          <Button size="sm" onPress={() => thenPlan(presence.handOver(asker))}>
            {t("presence.handOver")}
          </Button>{" "}
          <Button size="sm" onPress={() => thenPlan(presence.keep(asker))}>
            {t("presence.notNow")}
          </Button>
        </Note>
      ))}
      {other && mayEdit ? <ReaderNote presence={presence} name={other.name} /> : null}
      {other || told === null || !mayEdit ? null : (
        <Note tone="resolved">
          {t(`presence.${told.what}`, { name: "", ...told })}{" "}
          <Button
            size="sm"
            onPress={() => {
              presence.dismiss();
              store.wish("plan");
            }}
          >
            {t("presence.dismiss")}
          </Button>
        </Note>
      )}
      {failed === null ? null : <Note tone="failed">{failed}</Note>}
    </>
  );
}

/** For one who reads because another one writes: wait, ask, or take over. */
function ReaderNote({ presence, name }: { presence: Presence; name: string }) {
  const t = useText();
  const { store } = useWorld();
  const [taking, setTaking] = useState(false);
  const [pending, setPending] = useState(false);
  const { answer, told } = presence;
  const takeOver = async () => {
    setPending(true);
    await presence.takeOver();
    setPending(false);
    setTaking(false);
    store.wish("plan");
  };
  const state =
    answer === null ? t("editor.writtenBy", { name }) : t(`presence.${answer}`, { name });
  return (
    <Note>
      {answer === null && (told?.what === "handed" || told?.what === "taken")
        ? `${t(`presence.${told.what}`, { name: told.name })} `
        : null}
      {state}{" "}
      <Button size="sm" onPress={() => void presence.ask(answer !== "asked")}>
        {t("presence.ask", { answer: answer ?? "none" })}
      </Button>{" "}
      <Button size="sm" onPress={() => setTaking(true)}>
        {t("editor.takeOver")}
      </Button>
      <ConfirmDialog
        open={taking}
        onOpenChange={setTaking}
        title={t("presence.takeOverTitle", { name })}
        verb={t("editor.takeOver")}
        pending={pending}
        onConfirm={() => void takeOver()}
      >
        <p>{t("presence.takeOverMeans", { name })}</p>
      </ConfirmDialog>
    </Note>
  );
}
