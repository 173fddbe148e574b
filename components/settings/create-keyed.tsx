"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useCreate } from "@/components/shortcuts/use-create";
import { useText } from "@/components/text/text-provider";
import type { ActionAnswer } from "@/components/ui/action-answer";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { keyOf } from "@/components/ui/key-of";
import { Note } from "@/components/ui/note";
import { useAction } from "@/components/ui/use-action";

/** Makes something that is known by a key, and goes to its page, where the rest is filled in. */
export function CreateKeyed({
  verb,
  path,
  named = true,
  create,
}: {
  /** "New topic": the button and the dialog's name. */
  verb: string;
  /** The list's address; the new thing's is below it. */
  path: string;
  /** Off for what has a key and no name. */
  named?: boolean;
  create: (input: { key: string; name: string }) => Promise<ActionAnswer<unknown>>;
}) {
  const t = useText();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [ownKey, setOwnKey] = useState<string>();
  const { pending, failure, run, forget } = useAction();
  useCreate(verb, () => setOpen(true));
  const key = ownKey ?? keyOf(name);
  const turn = (next: boolean) => {
    setOpen(next);
    forget();
  };
  const submit = () =>
    run(
      () => create({ key, name: name.trim() }),
      () => {
        setOpen(false);
        router.push(`${path}/${encodeURIComponent(key)}`);
      },
    );
  return (
    <>
      <Button look="primary" aria-keyshortcuts="c" onPress={() => setOpen(true)}>
        {verb}
      </Button>
      <Dialog open={open} onOpenChange={turn} title={verb}>
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          {named ? (
            <TextField
              label={t("settings.name")}
              required
              maxLength={120}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          ) : null}
          <TextField
            label={t("settings.key")}
            hint={t("settings.keyHint")}
            required
            maxLength={128}
            pattern="[A-Za-z0-9._:\-]+"
            className="font-mono"
            value={key}
            onChange={(event) => setOwnKey(event.target.value)}
          />
          {failure ? <Note tone="failed">{failure.message}</Note> : null}
          <div className="flex justify-end gap-2">
            <Button onPress={() => turn(false)}>{t("common.cancel")}</Button>
            <Button type="submit" look="primary" pending={pending}>
              {t("settings.create")}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
