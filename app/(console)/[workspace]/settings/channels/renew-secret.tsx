"use client";

import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import { ConfirmDialog, Dialog } from "@/components/ui/dialog";
import { useAction } from "@/components/ui/use-action";
import { renewSecretAction } from "./actions";
import { SecretOnce } from "./secret-once";

export function RenewSecret({
  slug,
  id,
  name,
  onClose,
}: {
  slug: string;
  id: string;
  name: string;
  onClose: () => void;
}) {
  const t = useText();
  const { failure, pending, run } = useAction();
  const [secret, setSecret] = useState<string>();
  const title = t("channels.renewTitle", { name });
  const onOpenChange = (next: boolean) => next || onClose();
  if (secret) {
    return (
      <Dialog open onOpenChange={onOpenChange} title={title}>
        <SecretOnce secret={secret} onDone={onClose} />
      </Dialog>
    );
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={onOpenChange}
      title={title}
      verb={t("channels.renewVerb")}
      pending={pending}
      error={failure?.message}
      onConfirm={() =>
        run(
          () => renewSecretAction(slug, { id }),
          (value) => setSecret(value.secret),
        )
      }
    >
      {t("channels.renewText")}
    </ConfirmDialog>
  );
}
