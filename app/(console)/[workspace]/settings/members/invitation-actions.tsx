"use client";

import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { ConfirmDialog, Dialog } from "@/components/ui/dialog";
import { Note } from "@/components/ui/note";
import { resendAction, revokeInvitationAction } from "./actions";
import { type Invited, InvitedLink } from "./invited-link";
import { useAction } from "./use-action";

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
  const resending = useAction();
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
      {resending.error ? <Note tone="failed">{resending.error}</Note> : null}
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
        onOpenChange={setAsking}
        title={t("members.revokeOf", { email })}
        verb={t("members.revoke")}
        danger
        pending={revoking.pending}
        error={revoking.error}
        onConfirm={revoke}
      >
        {t("members.revokeLead", { email })}
      </ConfirmDialog>
    </div>
  );
}
