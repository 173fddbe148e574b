"use client";

import { LogOut, ShieldCheck } from "lucide-react";
import { useParams } from "next/navigation";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { initialsOf } from "@/components/ui/initials";
import { Menu } from "@/components/ui/menu";
import { useAction } from "@/components/ui/use-action";

export function OperatorMenu({
  name,
  email,
  role,
  signOut,
}: {
  name: string;
  email: string;
  role: string;
  signOut: () => Promise<void>;
}) {
  const t = useText();
  const { workspace } = useParams<{ workspace: string }>();
  const { pending, run } = useAction("toast");
  const leave = () => run(() => signOut().then(() => ({ ok: true as const, value: undefined })));
  return (
    <Menu
      label={t("shell.account")}
      align="end"
      onAction={(id) => id === "sign-out" && void leave()}
      sections={[
        {
          heading: `${email} · ${t("shell.role", { role })}`,
          items: [
            {
              id: "security",
              label: t("auth.security"),
              href: `/${workspace}/settings/security`,
              icon: <ShieldCheck aria-hidden="true" />,
            },
            {
              id: "sign-out",
              label: t("shell.signOut"),
              icon: <LogOut aria-hidden="true" />,
            },
          ],
        },
      ]}
      trigger={
        <Button
          look="tertiary"
          isIconOnly
          pending={pending}
          aria-label={t("shell.accountOf", { initials: initialsOf(name), name })}
          className="rounded-full"
        >
          <span
            aria-hidden="true"
            className="grid size-7 place-items-center rounded-full border border-ft-subtle bg-ft-accent-soft text-2xs text-ft-accent-text"
          >
            {initialsOf(name)}
          </span>
        </Button>
      }
    />
  );
}
