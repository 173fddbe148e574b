"use client";

import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import { ConfirmDialog, Dialog } from "@/components/ui/dialog";
import { renewSecretAction } from "./actions";
import { SecretOnce } from "./secret-once";
import { useAccountAction } from "./use-account-action";

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
  const { refused, pending, run } = useAccountAction();
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
      error={refused?.message}
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
