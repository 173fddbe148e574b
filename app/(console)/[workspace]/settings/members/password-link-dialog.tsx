"use client";

import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Note } from "@/components/ui/note";
import { useAction } from "@/components/ui/use-action";
import { makePasswordLinkAction } from "./actions";
import { LinkOnce } from "./link-once";
import type { MemberShown } from "./member-actions";

export function PasswordLinkDialog({
  slug,
  member: { operatorId, name },
  onClose,
}: {
  slug: string;
  member: MemberShown;
  onClose: () => void;
}) {
  const t = useText();
  const { failure, pending, run } = useAction();
  const [url, setUrl] = useState<string>();
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={url ? t("members.linkReady") : t("members.makeLinkOf", { name })}
    >
      {url ? (
        <LinkOnce url={url} onDone={onClose} />
      ) : (
        <div className="grid gap-4">
          <p className="text-ft-2">{t("members.makeLinkLead", { name })}</p>
          {failure ? <Note tone="failed">{failure.message}</Note> : null}
          <div className="flex justify-end gap-2">
            <Button onPress={onClose}>{t("common.cancel")}</Button>
            <Button
              look="primary"
              pending={pending}
              onPress={() => run(() => makePasswordLinkAction(slug, { operatorId }), setUrl)}
            >
              {t("members.makeLink")}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
