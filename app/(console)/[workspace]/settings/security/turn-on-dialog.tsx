"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { BackupCodes } from "@/components/auth/backup-codes";
import { PasswordField } from "@/components/auth/password-field";
import { QrCode } from "@/components/auth/qr-code";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { beginFactorAction, confirmFactorAction } from "./actions";
import { useProof } from "./use-proof";

type Begun = { uri: string; backupCodes: string[] };

const secretOf = (uri: string): string => new URL(uri).searchParams.get("secret") ?? "";
const inGroups = (secret: string): string => secret.replace(/(.{4})(?=.)/g, "$1 ");

/** Password, then the app with its first code, then the backup codes. On from the second step's end. */
export function TurnOnDialog({ slug, onClose }: { slug: string; onClose: () => void }) {
  const t = useText();
  const router = useRouter();
  const { errors, pending, run } = useProof();
  const [begun, setBegun] = useState<Begun>();
  const [isOn, setIsOn] = useState(false);
  const close = () => {
    onClose();
    if (isOn) router.refresh();
  };
  const onSubmit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    if (begun) {
      const code = String(given.get("code"));
      run(
        () => confirmFactorAction(slug, { code }),
        () => setIsOn(true),
      );
    } else {
      const password = String(given.get("password"));
      run(() => beginFactorAction(slug, { password }), setBegun);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || close()}
      title={t(isOn ? "auth.factorIsOn" : "auth.factor")}
    >
      {begun && isOn ? (
        <BackupCodes codes={begun.backupCodes} onKept={close} />
      ) : (
        <form className="grid gap-4" onSubmit={onSubmit}>
          {begun ? (
            <AppSecret uri={begun.uri} />
          ) : (
            <p className="text-ft-2">{t("auth.askPassword")}</p>
          )}
          {begun ? (
            <TextField
              label={t("auth.code")}
              hint={t("auth.factorConfirmLead")}
              name="code"
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={8}
              required
              autoFocus
              error={errors.code}
            />
          ) : (
            <PasswordField
              label={t("auth.currentPassword")}
              name="password"
              autoComplete="current-password"
              required
              autoFocus
              maxLength={128}
              error={errors.password}
            />
          )}
          {errors.form ? <Note tone="failed">{errors.form}</Note> : null}
          <div className="flex justify-end gap-2">
            <Button onPress={close}>{t("common.cancel")}</Button>
            <Button type="submit" look="primary" pending={pending}>
              {t(begun ? "auth.factorConfirm" : "auth.next")}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

function AppSecret({ uri }: { uri: string }) {
  const t = useText();
  const secret = secretOf(uri);
  return (
    <div className="grid gap-3">
      <p>{t("auth.factorScan")}</p>
      <QrCode text={uri} label={t("auth.factorQr")} />
      <p className="text-ft-2">{t("auth.factorOrType")}</p>
      <div className="flex items-center gap-2 rounded-md bg-ft-sunken p-2">
        <code className="min-w-0 flex-1 break-words">{inGroups(secret)}</code>
        <CopyButton text={secret} label={t("auth.codesCopy")} />
      </div>
    </div>
  );
}
