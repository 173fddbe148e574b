"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/dialog";
import type { SaveResult } from "./use-saved";

/** Deletes after a question, then goes back to the list. */
export function DeleteKeyed({
  verb,
  title,
  path,
  remove,
  children,
}: {
  /** "Delete topic". */
  verb: string;
  title: string;
  path: string;
  remove: () => Promise<SaveResult>;
  /** What it means, and what stays. */
  children: ReactNode;
}) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<string>();
  const [pending, start] = useTransition();
  const confirm = () =>
    start(async () => {
      setError(undefined);
      const result = await remove();
      if (!result.ok) return setError(result.message);
      setOpen(false);
      router.push(path);
    });
  return (
    <div>
      <Button look="danger" onPress={() => setOpen(true)}>
        {verb}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={title}
        verb={verb}
        danger
        pending={pending}
        error={error}
        onConfirm={confirm}
      >
        {children}
      </ConfirmDialog>
    </div>
  );
}
