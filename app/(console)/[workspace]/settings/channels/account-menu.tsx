"use client";

import { Ellipsis } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useText } from "@/components/text/text-provider";
import { IconButton } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { showToast } from "@/components/ui/toast";
import { useAction } from "@/components/ui/use-action";
import { CHANNEL_OF_PROVIDER } from "@/core/channel/account";
import type { AccountShown } from "@/server/channels/list-channels";
import { AccountDialog } from "./account-dialog";
import { moveAccountAction, turnAccountAction } from "./actions";
import { headingIdOf } from "./heading-id";
import { RemoveAccount } from "./remove-account";
import { RenewSecret } from "./renew-secret";
import { TestDialog, type TestTarget } from "./test-dialog";

type Open = "edit" | "test" | "renew" | "remove";
const OPEN: readonly Open[] = ["edit", "test", "renew", "remove"];

/** All that can be done with one account. */
export function AccountMenu({
  slug,
  account,
  target,
  place,
}: {
  slug: string;
  account: AccountShown;
  target: TestTarget;
  /** Among those of its channel. */
  place: { isFirst: boolean; isLast: boolean };
}) {
  const t = useText();
  const { pending, run } = useAction("toast");
  const [open, setOpen] = useState<Open>();
  const { id, name, provider, state } = account;
  const close = () => setOpen(undefined);
  const isRemoved = useRef(false);
  const heading = headingIdOf(CHANNEL_OF_PROVIDER[provider]);
  // The dialog and its way back leave with the row: only now can the focus go anywhere else.
  useEffect(
    () => () => {
      if (isRemoved.current) document.getElementById(heading)?.focus();
    },
    [heading],
  );
  const label = t("channels.actionsOf", { name });
  const move = (direction: "up" | "down") =>
    run(
      () => moveAccountAction(slug, { id, direction }),
      () => showToast(t(direction === "up" ? "channels.movedUp" : "channels.movedDown", { name })),
    );
  const turn = (enabled: boolean) =>
    run(
      () => turnAccountAction(slug, { id, enabled }),
      () => showToast(t(enabled ? "channels.turnedOn" : "channels.turnedOff", { name })),
    );
  const act = (item: string) => {
    if (item === "up" || item === "down") move(item);
    else if (item === "on" || item === "off") turn(item === "on");
    else setOpen(OPEN.find((known) => known === item));
  };
  const isOff = state === "off";
  const isReadable = state !== "unreadable";
  return (
    <>
      <Menu
        label={label}
        align="end"
        onAction={act}
        sections={[
          {
            items: [
              { id: "edit", label: t("channels.edit") },
              ...(isReadable ? [{ id: "test", label: t("channels.test") }] : []),
              ...(isReadable && provider === "webhook"
                ? [{ id: "renew", label: t("channels.renew") }]
                : []),
            ],
          },
          {
            items: [
              ...(place.isFirst ? [] : [{ id: "up", label: t("channels.moveUp") }]),
              ...(place.isLast ? [] : [{ id: "down", label: t("channels.moveDown") }]),
              isOff
                ? { id: "on", label: t("channels.turnOn") }
                : { id: "off", label: t("channels.turnOff") },
            ],
          },
          { items: [{ id: "remove", label: t("channels.remove") }] },
        ]}
        trigger={
          <IconButton size="sm" label={label} pending={pending}>
            <Ellipsis aria-hidden="true" />
          </IconButton>
        }
      />
      {open === "edit" ? (
        <AccountDialog slug={slug} provider={provider} account={account} onClose={close} />
      ) : null}
      {open === "test" ? (
        <TestDialog slug={slug} name={name} target={target} onClose={close} />
      ) : null}
      {open === "renew" ? <RenewSecret slug={slug} id={id} name={name} onClose={close} /> : null}
      {open === "remove" ? (
        <RemoveAccount
          slug={slug}
          account={account}
          onClose={close}
          onRemoved={() => {
            isRemoved.current = true;
            close();
          }}
        />
      ) : null}
    </>
  );
}
