"use client";

import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Note } from "@/components/ui/note";
import { useAction } from "@/components/ui/use-action";
import { Role } from "@/core/operator/role";
import { changeRoleAction } from "./actions";
import type { MemberShown } from "./member-actions";
import { RoleField } from "./role-field";

export function RoleDialog({
  slug,
  member: { operatorId, name, role },
  onClose,
}: {
  slug: string;
  member: MemberShown;
  onClose: () => void;
}) {
  const t = useText();
  const { failure, pending, run } = useAction();
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t("members.changeRoleOf", { name })}
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const wanted = Role.parse(new FormData(event.currentTarget).get("role"));
          run(() => changeRoleAction(slug, { operatorId, role: wanted }), onClose);
        }}
      >
        <RoleField initial={role} />
        {failure ? <Note tone="failed">{failure.message}</Note> : null}
        <div className="flex justify-end gap-2">
          <Button onPress={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" look="primary" pending={pending}>
            {t("members.changeRole")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
