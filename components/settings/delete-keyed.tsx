"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import type { ActionAnswer } from "@/components/ui/action-answer";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/dialog";
import { useAction } from "@/components/ui/use-action";

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
  remove: () => Promise<ActionAnswer<unknown>>;
  /** What it means, and what stays. */
  children: ReactNode;
}) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { pending, failure, run, forget } = useAction();
  const confirm = () =>
    run(remove, () => {
      setOpen(false);
      router.push(path);
    });
  return (
    <div>
      <Button onPress={() => setOpen(true)}>{verb}</Button>
      <ConfirmDialog
        open={open}
        onOpenChange={(next) => {
          setOpen(next);
          forget();
        }}
        title={title}
        verb={verb}
        danger
        pending={pending}
        error={failure?.message}
        onConfirm={confirm}
      >
        {children}
      </ConfirmDialog>
    </div>
  );
}
