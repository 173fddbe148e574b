"use client";

import { useState } from "react";
import { FormDialog } from "@/components/people/form-dialog";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { useAction } from "@/components/ui/use-action";
import { PreferredChannel } from "@/core/delivery/preferred-channel";
import { preferChannelAction } from "./actions";

type Props = { slug: string; personId: string; value: PreferredChannel | null };

/** The button beside the channel that goes first, and the form behind it. */
export function EditPreferredChannel(props: Props) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" aria-label={t("people.changeFirst")} onPress={() => setOpen(true)}>
        {t("common.edit")}
      </Button>
      {open ? <FirstDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function FirstDialog({ slug, personId, value, onClose }: Props & { onClose: () => void }) {
  const t = useText();
  const { pending, failure, run } = useAction();
  const submit = (text: (name: string) => string) => {
    const channel = PreferredChannel.safeParse(text("channel")).data ?? null;
    run(() => preferChannelAction(slug, { personId, channel }), onClose);
  };
  return (
    <FormDialog
      title={t("people.changeFirst")}
      verb={t("common.save")}
      size="sm"
      {...{ pending, failure, onClose }}
      onSubmit={submit}
    >
      <SelectField
        label={t("people.reachedFirst")}
        hint={t("people.reachedFirstHint")}
        name="channel"
        defaultValue={value ?? ""}
      >
        <option value="">{t("people.noneFirst")}</option>
        {PreferredChannel.options.map((channel) => (
          <option key={channel} value={channel}>
            {t("messages.channelName", { channel })}
          </option>
        ))}
      </SelectField>
    </FormDialog>
  );
}
