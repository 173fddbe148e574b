"use client";

import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { ConfirmDialog, Dialog } from "@/components/ui/dialog";
import { useAction } from "@/components/ui/use-action";
import { resendAction, revokeInvitationAction } from "./actions";
import { type Invited, InvitedLink } from "./invited-link";

export function InvitationActions({
  slug,
  id,
  email,
}: {
  slug: string;
  id: string;
  email: string;
}) {
  const t = useText();
  const resending = useAction("toast");
  const revoking = useAction();
  const [again, setAgain] = useState<Invited>();
  const [asking, setAsking] = useState(false);
  const resend = () => resending.run(() => resendAction(slug, { id }), setAgain);
  const revoke = () =>
    revoking.run(
      () => revokeInvitationAction(slug, { id }),
      () => setAsking(false),
    );
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap justify-end gap-2">
        <Button
          size="sm"
          pending={resending.pending}
          aria-label={t("members.resendOf", { email })}
          onPress={resend}
        >
          {t("members.resend")}
        </Button>
        <Button
          size="sm"
          aria-label={t("members.revokeOf", { email })}
          onPress={() => setAsking(true)}
        >
          {t("members.revoke")}
        </Button>
      </div>
      {again ? (
        <Dialog
          open
          onOpenChange={(open) => open || setAgain(undefined)}
          title={t("members.invited")}
        >
          <InvitedLink invited={again} onDone={() => setAgain(undefined)} />
        </Dialog>
      ) : null}
      <ConfirmDialog
        open={asking}
        onOpenChange={(next) => {
          setAsking(next);
          revoking.forget();
        }}
        title={t("members.revokeOf", { email })}
        verb={t("members.revoke")}
        danger
        pending={revoking.pending}
        error={revoking.failure?.message}
        onConfirm={revoke}
      >
        {t("members.revokeLead", { email })}
      </ConfirmDialog>
    </div>
  );
}
