"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { FormDialog } from "@/components/people/form-dialog";
import { useCreate } from "@/components/shortcuts/use-create";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { keyOf } from "@/components/ui/key-of";

/** Asks what something new is called, and goes to its page: it is there only once it is saved there. */
export function NewByName({ verb, path }: { verb: string; path: string }) {
  const t = useText();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [ownKey, setOwnKey] = useState<string>();
  useCreate(verb, () => setOpen(true));
  const key = ownKey ?? keyOf(name);
  return (
    <>
      <Button look="primary" aria-keyshortcuts="c" onPress={() => setOpen(true)}>
        {verb}
      </Button>
      {open ? (
        <FormDialog
          title={verb}
          verb={t("policies.goOn")}
          pending={false}
          failure={undefined}
          onClose={() => setOpen(false)}
          onSubmit={() =>
            router.push(
              `${path}/${encodeURIComponent(key)}?name=${encodeURIComponent(name.trim())}`,
            )
          }
        >
          <TextField
            label={t("settings.name")}
            required
            maxLength={120}
            autoComplete="off"
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
          <TextField
            label={t("settings.key")}
            hint={t("settings.keyHint")}
            required
            maxLength={128}
            pattern="[A-Za-z0-9._:\-]+"
            className="font-mono"
            value={key}
            onChange={({ target }) => setOwnKey(target.value)}
          />
        </FormDialog>
      ) : null}
    </>
  );
}
