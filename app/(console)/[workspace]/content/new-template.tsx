"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { FormDialog } from "@/components/people/form-dialog";
import { useCreate } from "@/components/shortcuts/use-create";
import { useText } from "@/components/text/text-provider";
import { errorOf } from "@/components/ui/action-answer";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { useAction } from "@/components/ui/use-action";
import { Channel } from "@/core/template/channel";
import { createTemplateAction } from "./actions";

const KEY_CHARS_MAX = 128;

/** The button above the list, and the form behind it. */
export function NewTemplate({ slug }: { slug: string }) {
  const t = useText();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { pending, failure, run, forget } = useAction();
  useCreate(t("contents.newTemplate"), () => setOpen(true));
  return (
    <>
      <Button look="primary" aria-keyshortcuts="c" onPress={() => setOpen(true)}>
        {t("contents.newTemplate")}
      </Button>
      {open ? (
        <FormDialog
          title={t("contents.newTitle")}
          verb={t("contents.create")}
          {...{ pending, failure }}
          onClose={() => {
            setOpen(false);
            forget();
          }}
          onSubmit={(text) => {
            const key = text("key").trim();
            const channel = Channel.safeParse(text("channel")).data ?? "email";
            void run(
              () => createTemplateAction(slug, { key, channel }),
              () => router.push(`/${slug}/content/${encodeURIComponent(key)}`),
            );
          }}
        >
          <TextField
            label={t("contents.key")}
            hint={t("contents.keyHint")}
            name="key"
            required
            maxLength={KEY_CHARS_MAX}
            pattern="[A-Za-z0-9._:\-]+"
            className="font-mono"
            error={errorOf(failure, "key")}
          />
          <SelectField label={t("contents.channel")} name="channel">
            {Channel.options.map((channel) => (
              <option key={channel} value={channel}>
                {t(`settings.channel_${channel}`)}
              </option>
            ))}
          </SelectField>
        </FormDialog>
      ) : null}
    </>
  );
}
