"use client";

import { useState } from "react";
import { NewSecret } from "@/components/settings/new-secret";
import { useFocusWhenGone } from "@/components/settings/use-focus-when-gone";
import { useText } from "@/components/text/text-provider";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { MoreMenu } from "@/components/ui/more-menu";
import { showToast } from "@/components/ui/toast";
import { useAction } from "@/components/ui/use-action";
import { CHANNEL_OF_PROVIDER } from "@/core/channel/account";
import type { AccountShown } from "@/server/channels/list-channels";
import { AccountDialog } from "./account-dialog";
import {
  deleteAccountAction,
  moveAccountAction,
  renewSecretAction,
  turnAccountAction,
} from "./actions";
import { headingIdOf } from "./heading-id";
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
  const gone = useFocusWhenGone(headingIdOf(CHANNEL_OF_PROVIDER[provider]));
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
      <MoreMenu
        label={t("channels.actionsOf", { name })}
        size="sm"
        pending={pending}
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
      />
      {open === "edit" ? (
        <AccountDialog slug={slug} provider={provider} account={account} onClose={close} />
      ) : null}
      {open === "test" ? (
        <TestDialog slug={slug} name={name} target={target} onClose={close} />
      ) : null}
      {open === "renew" ? (
        <NewSecret
          title={t("channels.renewTitle", { name })}
          verb={t("channels.renewVerb")}
          make={() => renewSecretAction(slug, { id })}
          onClose={close}
        >
          {t("channels.renewText")}
        </NewSecret>
      ) : null}
      {open === "remove" ? (
        <ConfirmAction
          title={t("channels.removeTitle", { name })}
          verb={t("channels.removeVerb")}
          danger
          act={() => deleteAccountAction(slug, { id })}
          onClose={close}
          onDone={() => {
            gone();
            close();
          }}
        >
          <p>{t("channels.removeText")}</p>
          {state === "used" ? <p className="mt-2">{t("channels.removeUsed")}</p> : null}
        </ConfirmAction>
      ) : null}
    </>
  );
}
