"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useText } from "@/components/text/text-provider";
import { answerOf } from "@/components/ui/action-answer";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { useAction } from "@/components/ui/use-action";
import { findPeopleAction, linkPersonAction } from "./actions";
import type { MemberShown } from "./member-actions";

const TYPED_MS = 250;
const LETTERS_MIN = 2;

type Found = { id: string; name: string | null };

/** Says who an operator is among the people of the workspace. */
export function PersonDialog({
  slug,
  member: { operatorId, name, personId },
  onClose,
}: {
  slug: string;
  member: MemberShown;
  onClose: () => void;
}) {
  const t = useText();
  const { failure, pending, run } = useAction();
  const [text, setText] = useState("");
  const { found, refused } = usePeople(slug, text.trim());
  const link = (to: string | null) =>
    run(() => linkPersonAction(slug, { operatorId, personId: to }), onClose);
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t("members.linkPersonOf", { name })}
    >
      <div className="grid gap-4">
        <p className="text-ft-2">{t("members.linkPersonLead")}</p>
        <TextField
          label={t("members.findPerson")}
          hint={t("members.findPersonHint")}
          autoComplete="off"
          autoFocus
          maxLength={100}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        {found ? (
          <ul className="grid gap-1" aria-live="polite">
            {found.length === 0 ? (
              <li className="text-ft-2">{t("members.noPerson")}</li>
            ) : (
              found.map((person) => (
                <li key={person.id}>
                  <Button
                    look="tertiary"
                    className="w-full justify-start"
                    isDisabled={pending}
                    onPress={() => link(person.id)}
                  >
                    <span className="truncate">{person.name ?? person.id}</span>
                    <code className="truncate text-xs text-ft-3">{person.id}</code>
                  </Button>
                </li>
              ))
            )}
          </ul>
        ) : null}
        {refused ? <Note tone="failed">{refused}</Note> : null}
        {failure ? <Note tone="failed">{failure.message}</Note> : null}
        <div className="flex justify-end gap-2">
          {personId === null ? null : (
            <Button pending={pending} onPress={() => link(null)}>
              {t("members.unlink")}
            </Button>
          )}
          <Button onPress={onClose}>{t("common.cancel")}</Button>
        </div>
      </div>
    </Dialog>
  );
}

type People = { found?: Found[]; refused?: string };

/** Whom the text fits, a moment after the last letter; empty until then. */
function usePeople(slug: string, text: string): People {
  const t = useText();
  const [people, setPeople] = useState<People>({});
  const asked = useRef(0);
  const find = useEffectEvent((of: string, q: string) =>
    answerOf(() => findPeopleAction(of, { q }), t),
  );
  useEffect(() => {
    asked.current += 1;
    const mine = asked.current;
    if (text.length < LETTERS_MIN) return setPeople({});
    const timer = setTimeout(async () => {
      const result = await find(slug, text);
      if (mine !== asked.current) return;
      setPeople(result.ok ? { found: result.value } : { refused: result.message });
    }, TYPED_MS);
    return () => clearTimeout(timer);
  }, [slug, text]);
  return people;
}
