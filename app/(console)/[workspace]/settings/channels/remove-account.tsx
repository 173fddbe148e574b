"use client";

import { useText } from "@/components/text/text-provider";
import { ConfirmDialog } from "@/components/ui/dialog";
import type { AccountShown } from "@/server/channels/list-channels";
import { deleteAccountAction } from "./actions";
import { useAccountAction } from "./use-account-action";

export function RemoveAccount({
  slug,
  account: { id, name, state },
  onClose,
}: {
  slug: string;
  account: AccountShown;
  onClose: () => void;
}) {
  const t = useText();
  const { refused, pending, run } = useAccountAction();
  return (
    <ConfirmDialog
      open
      onOpenChange={(next) => next || onClose()}
      title={t("channels.removeTitle", { name })}
      verb={t("channels.removeVerb")}
      danger
      pending={pending}
      error={refused?.message}
      onConfirm={() => run(() => deleteAccountAction(slug, { id }), onClose)}
    >
      <p>{t("channels.removeText")}</p>
      {state === "used" ? <p className="mt-2">{t("channels.removeUsed")}</p> : null}
    </ConfirmDialog>
  );
}
