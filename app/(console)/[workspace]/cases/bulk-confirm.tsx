"use client";

import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import { ConfirmDialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";

const REASON_MAX = 500;

const WORDS = {
  resolve: { verb: "cases.listResolveVerb", text: "cases.listResolveText" },
  escalate: { verb: "cases.listEscalateVerb", text: "cases.listEscalateText" },
  cancel: { verb: "cases.listCancelVerb", text: "cases.listCancelText" },
} as const;

/** Before what cannot be taken back: how many, and what it means. */
export function BulkConfirm({
  verb,
  count,
  closed,
  pending,
  onConfirm,
  onClose,
}: {
  verb: keyof typeof WORDS;
  count: number;
  closed: number;
  pending: boolean;
  onConfirm: (params: Record<string, unknown>) => void;
  onClose: () => void;
}) {
  const t = useText();
  const [reason, setReason] = useState("");
  const [error, setError] = useState<string>();
  const n = Math.max(0, count - closed);
  const confirm = () => {
    if (verb !== "cancel") return onConfirm({});
    if (reason.trim() === "") return setError(t("cases.listReasonNeeded"));
    onConfirm({ reason: reason.trim() });
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t("cases.listConfirmTitle", { verb: t(WORDS[verb].verb, { n }) })}
      verb={t(WORDS[verb].verb, { n })}
      danger={verb === "cancel"}
      pending={pending}
      onConfirm={confirm}
    >
      <div className="grid gap-3">
        <p>{t(WORDS[verb].text, { n })}</p>
        {closed > 0 ? <p>{t("cases.listSkipClosed", { n: closed })}</p> : null}
        {verb === "cancel" ? (
          <TextField
            label={t("cases.listReason")}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            maxLength={REASON_MAX}
            error={error}
            required
          />
        ) : null}
      </div>
    </ConfirmDialog>
  );
}
