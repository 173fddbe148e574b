"use client";

import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { ProofDialog } from "./proof-dialog";
import { TurnOnDialog } from "./turn-on-dialog";

export function FactorSection({
  slug,
  isOn,
  hasPassword,
}: {
  slug: string;
  isOn: boolean;
  hasPassword: boolean;
}) {
  const t = useText();
  const [open, setOpen] = useState<"on" | "off" | "codes">();
  const close = () => setOpen(undefined);
  return (
    <div className="grid max-w-(--ft-form) gap-3">
      <Note tone={isOn ? "resolved" : "muted"}>{t(isOn ? "auth.factorOn" : "auth.factorOff")}</Note>
      {hasPassword ? null : <p className="text-ft-2">{t("auth.factorNeedsPassword")}</p>}
      <div className="flex flex-wrap gap-2">
        {isOn ? (
          <>
            <Button onPress={() => setOpen("codes")}>{t("auth.factorNewCodes")}</Button>
            <Button onPress={() => setOpen("off")}>{t("auth.factorTurnOff")}</Button>
          </>
        ) : (
          <Button isDisabled={!hasPassword} onPress={() => setOpen("on")}>
            {t("auth.factorTurnOn")}
          </Button>
        )}
      </div>
      {open === "on" ? <TurnOnDialog slug={slug} onClose={close} /> : null}
      {open === "off" || open === "codes" ? (
        <ProofDialog slug={slug} what={open} onClose={close} />
      ) : null}
    </div>
  );
}
