"use client";

import { ThisBrowser } from "@/components/push/this-browser";
import { useText } from "@/components/text/text-provider";
import { Note } from "@/components/ui/note";
import { useAction } from "@/components/ui/use-action";
import { addAddressAction } from "./actions";

/** On one's own page: messages to oneself are shown by the browser one looks with. */
export function OwnBrowser({
  slug,
  personId,
  serverKey,
}: {
  slug: string;
  personId: string;
  serverKey: string;
}) {
  const t = useText();
  const { failure, run } = useAction();
  return (
    <div className="mt-3 grid gap-2">
      <ThisBrowser
        serverKey={serverKey}
        onSubscribed={(address) =>
          run(() => addAddressAction(slug, { personId, channel: "push", address }))
        }
      />
      {failure ? <Note tone="failed">{failure.message}</Note> : null}
      <p className="text-xs text-ft-3">{t("push.addMeans")}</p>
    </div>
  );
}
