"use client";

import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import { ConfirmDialog, Dialog } from "@/components/ui/dialog";
import { useAction } from "@/components/ui/use-action";
import { SecretOnce } from "../channels/secret-once";
import { rotateSecretAction } from "./actions";

export function RotateSecret({
  slug,
  id,
  onClose,
}: {
  slug: string;
  id: string;
  onClose: () => void;
}) {
  const t = useText();
  const { failure, pending, run } = useAction();
  const [secret, setSecret] = useState<string>();
  const title = t("webhooks.rotateTitle");
  const onOpenChange = (next: boolean) => next || onClose();
  if (secret) {
    return (
      <Dialog open onOpenChange={onOpenChange} title={title}>
        <SecretOnce secret={secret} text={t("webhooks.secretOnce")} onDone={onClose} />
      </Dialog>
    );
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={onOpenChange}
      title={title}
      verb={t("webhooks.rotateVerb")}
      pending={pending}
      error={failure?.message}
      onConfirm={() =>
        run(
          () => rotateSecretAction(slug, { id }),
          (value) => setSecret(value.secret),
        )
      }
    >
      {t("webhooks.rotateText")}
    </ConfirmDialog>
  );
}
