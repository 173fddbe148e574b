"use client";

import { useText } from "@/components/text/text-provider";
import { ConfirmDialog } from "@/components/ui/dialog";
import { useAction } from "@/components/ui/use-action";
import type { AccountShown } from "@/server/channels/list-channels";
import { deleteAccountAction } from "./actions";

export function RemoveAccount({
  slug,
  account: { id, name, state },
  onClose,
  onRemoved,
}: {
  slug: string;
  account: AccountShown;
  onClose: () => void;
  onRemoved: () => void;
}) {
  const t = useText();
  const { failure, pending, run } = useAction();
  return (
    <ConfirmDialog
      open
      onOpenChange={(next) => next || onClose()}
      title={t("channels.removeTitle", { name })}
      verb={t("channels.removeVerb")}
      danger
      pending={pending}
      error={failure?.message}
      onConfirm={() => run(() => deleteAccountAction(slug, { id }), onRemoved)}
    >
      <p>{t("channels.removeText")}</p>
      {state === "used" ? <p className="mt-2">{t("channels.removeUsed")}</p> : null}
    </ConfirmDialog>
  );
}
