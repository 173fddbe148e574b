"use client";

import { LogOut } from "lucide-react";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = [...(words[0] ?? "")][0] ?? "?";
  const last = words.length > 1 ? ([...(words.at(-1) ?? "")][0] ?? "") : "";
  return (first + last).toLocaleUpperCase();
}

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
  const [leaving, startLeaving] = useTransition();
  return (
    <Menu
      label="Account"
      align="end"
      onAction={() => startLeaving(signOut)}
      sections={[
        {
          heading: `${email} · ${role}`,
          items: [
            {
              id: "sign-out",
              label: "Sign out",
              icon: <LogOut aria-hidden="true" />,
            },
          ],
        },
      ]}
      trigger={
        <Button
          look="tertiary"
          isIconOnly
          pending={leaving}
          aria-label={`${initialsOf(name)}, account of ${name}`}
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
