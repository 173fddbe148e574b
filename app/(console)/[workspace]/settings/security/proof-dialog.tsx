"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { BackupCodes } from "@/components/auth/backup-codes";
import { PasswordField } from "@/components/auth/password-field";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { endFactorAction, renewCodesAction } from "./actions";
import { useProof } from "./use-proof";

/** Asks for password and code together, then takes the second factor away or makes new backup codes. */
export function ProofDialog({
  slug,
  what,
  onClose,
}: {
  slug: string;
  what: "off" | "codes";
  onClose: () => void;
}) {
  const t = useText();
  const router = useRouter();
  const { errors, pending, run } = useProof();
  const [codes, setCodes] = useState<string[]>();
  const isOff = what === "off";
  const submit = (given: FormData) => {
    const proof = { password: String(given.get("password")), code: String(given.get("code")) };
    if (isOff) {
      run(
        () => endFactorAction(slug, proof),
        () => {
          onClose();
          router.refresh();
        },
      );
    } else {
      run(
        () => renewCodesAction(slug, proof),
        ({ backupCodes }) => setCodes(backupCodes),
      );
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t(codes ? "auth.codesTitle" : isOff ? "auth.factorTurnOff" : "auth.factorNewCodes")}
    >
      {codes ? (
        <BackupCodes codes={codes} onKept={onClose} />
      ) : (
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            submit(new FormData(event.currentTarget));
          }}
        >
          <p className="text-ft-2">{t(isOff ? "auth.factorOffLead" : "auth.factorNewCodesLead")}</p>
          <PasswordField
            label={t("auth.currentPassword")}
            name="password"
            autoComplete="current-password"
            required
            autoFocus
            maxLength={128}
            error={errors.password}
          />
          <TextField
            label={t("auth.factorCode")}
            name="code"
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={16}
            required
            error={errors.code}
          />
          {errors.form ? <Note tone="failed">{errors.form}</Note> : null}
          <div className="flex justify-end gap-2">
            <Button onPress={onClose}>{t("common.cancel")}</Button>
            <Button type="submit" look={isOff ? "danger" : "primary"} pending={pending}>
              {t(isOff ? "auth.factorTurnOff" : "auth.makeCodes")}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
