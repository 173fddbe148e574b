"use client";

import { useText } from "@/components/text/text-provider";
import { LinkOnce } from "./link-once";

export type Invited = { email: string; url: string; mailed: boolean };

/** Whether the letter left, and the link to hand over. */
export function InvitedLink({
  invited: { email, url, mailed },
  onDone,
}: {
  invited: Invited;
  onDone: () => void;
}) {
  const t = useText();
  return (
    <LinkOnce url={url} onDone={onDone}>
      <p className="[overflow-wrap:anywhere]">
        {t(mailed ? "members.mailed" : "members.notMailed", { email })}
      </p>
    </LinkOnce>
  );
}
