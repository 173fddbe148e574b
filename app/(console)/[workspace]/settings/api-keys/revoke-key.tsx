"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/dialog";
import { revokeKeyAction } from "./actions";

export function RevokeKey({ slug, id, name }: { slug: string; id: string; name: string }) {
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<string>();
  const [pending, start] = useTransition();
  const revoke = () =>
    start(async () => {
      const result = await revokeKeyAction(slug, { id });
      if (result.ok) setOpen(false);
      else setError(result.message);
    });
  return (
    <>
      <Button size="sm" aria-label={`Revoke ${name}`} onPress={() => setOpen(true)}>
        Revoke
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={`Revoke “${name}”`}
        verb="Revoke key"
        danger
        pending={pending}
        error={error}
        onConfirm={revoke}
      >
        Requests with this key are refused from now on. It cannot be taken back. What the key did
        stays as it is.
      </ConfirmDialog>
    </>
  );
}
