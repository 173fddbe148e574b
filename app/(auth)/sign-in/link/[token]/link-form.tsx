"use client";

import { useActionState } from "react";
import { SubmitButton } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { redeemSignInLink } from "./actions";

export function LinkForm({ token }: { token: string }) {
  const [message, submit] = useActionState(redeemSignInLink, "");
  return (
    <form action={submit} className="grid gap-4">
      {message ? <Note tone="failed">{message}</Note> : null}
      <input type="hidden" name="token" value={token} />
      <SubmitButton size="lg" className="w-full">
        Sign in
      </SubmitButton>
    </form>
  );
}
