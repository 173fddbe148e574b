"use client";

import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import { ConfirmDialog } from "@/components/ui/dialog";
import { MoreMenu } from "@/components/ui/more-menu";
import { useAction } from "@/components/ui/use-action";
import type { Role } from "@/core/operator/role";
import { dropSecondFactorAction, removeMemberAction } from "./actions";
import { PasswordLinkDialog } from "./password-link-dialog";
import { PersonDialog } from "./person-dialog";
import { RoleDialog } from "./role-dialog";

export type MemberShown = {
  operatorId: string;
  name: string;
  role: Role;
  personId: string | null;
  secondFactor: boolean;
  isSelf: boolean;
};

type Open = "role" | "person" | "link" | "factor" | "remove";
const OPEN: readonly Open[] = ["role", "person", "link", "factor", "remove"];

export function MemberActions({ slug, member }: { slug: string; member: MemberShown }) {
  const t = useText();
  const { failure, pending, run, forget } = useAction();
  const [open, setOpen] = useState<Open>();
  const { name, operatorId, isSelf, secondFactor } = member;
  const close = () => {
    setOpen(undefined);
    forget();
  };
  const confirm = {
    open: true,
    onOpenChange: (next: boolean) => next || close(),
    danger: true,
    pending,
    error: failure?.message,
  };
  return (
    <>
      <MoreMenu
        label={t("members.actionsOf", { name })}
        size="sm"
        onAction={(id) => setOpen(OPEN.find((known) => known === id))}
        sections={[
          {
            items: [
              { id: "role", label: t("members.changeRole") },
              { id: "person", label: t("members.linkPerson") },
            ],
          },
          {
            items: [
              ...(isSelf ? [] : [{ id: "link", label: t("members.makeLink") }]),
              ...(isSelf || !secondFactor
                ? []
                : [{ id: "factor", label: t("members.dropFactor") }]),
              { id: "remove", label: t("members.remove") },
            ],
          },
        ]}
      />
      {open === "role" ? <RoleDialog slug={slug} member={member} onClose={close} /> : null}
      {open === "person" ? <PersonDialog slug={slug} member={member} onClose={close} /> : null}
      {open === "link" ? <PasswordLinkDialog slug={slug} member={member} onClose={close} /> : null}
      {open === "factor" ? (
        <ConfirmDialog
          {...confirm}
          title={t("members.dropFactorOf", { name })}
          verb={t("members.dropFactor")}
          onConfirm={() => run(() => dropSecondFactorAction(slug, { operatorId }), close)}
        >
          {t("members.dropFactorLead")}
        </ConfirmDialog>
      ) : null}
      {open === "remove" ? (
        <ConfirmDialog
          {...confirm}
          title={t("members.removeOf", { name })}
          verb={t("members.removeVerb")}
          onConfirm={() => run(() => removeMemberAction(slug, { operatorId }), close)}
        >
          {t("members.removeLead", { name })}
        </ConfirmDialog>
      ) : null}
    </>
  );
}
