"use client";

import { useState } from "react";
import { useCreate } from "@/components/shortcuts/use-create";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { useAction } from "@/components/ui/use-action";
import { Role } from "@/core/operator/role";
import { inviteAction } from "./actions";
import { type Invited, InvitedLink } from "./invited-link";
import { RoleField } from "./role-field";

export function Invite({ slug, canMail }: { slug: string; canMail: boolean }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  useCreate(t("members.invite"), () => setOpen(true));
  return (
    <>
      <Button look="primary" aria-keyshortcuts="c" onPress={() => setOpen(true)}>
        {t("members.invite")}
      </Button>
      {open ? <InviteDialog slug={slug} canMail={canMail} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function InviteDialog({
  slug,
  canMail,
  onClose,
}: {
  slug: string;
  canMail: boolean;
  onClose: () => void;
}) {
  const t = useText();
  const { failure, pending, run } = useAction();
  const [invited, setInvited] = useState<Invited>();
  return (
    <Dialog
      open
      onOpenChange={(next) => next || onClose()}
      title={t(invited ? "members.invited" : "members.inviteTitle")}
    >
      {invited ? (
        <InvitedLink invited={invited} onDone={onClose} />
      ) : (
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            const given = new FormData(event.currentTarget);
            const role = Role.parse(given.get("role"));
            const email = String(given.get("email"));
            run(() => inviteAction(slug, { email, role }), setInvited);
          }}
        >
          <TextField
            label={t("members.email")}
            name="email"
            type="email"
            autoComplete="off"
            required
            autoFocus
            maxLength={320}
            hint={t("members.inviteHint")}
          />
          <RoleField initial="responder" />
          {failure ? <Note tone="failed">{failure.message}</Note> : null}
          <div className="flex justify-end gap-2">
            <Button onPress={onClose}>{t("common.cancel")}</Button>
            <Button type="submit" look="primary" pending={pending}>
              {t(canMail ? "members.inviteVerb" : "members.inviteVerbNoMail")}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
