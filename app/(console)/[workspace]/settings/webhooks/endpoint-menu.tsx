"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { NewSecret } from "@/components/settings/new-secret";
import { useFocusWhenGone } from "@/components/settings/use-focus-when-gone";
import { useText } from "@/components/text/text-provider";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { MoreMenu } from "@/components/ui/more-menu";
import { showToast } from "@/components/ui/toast";
import { useAction } from "@/components/ui/use-action";
import type { EndpointShown } from "@/server/webhooks/show-endpoints";
import { deleteEndpointAction, rotateSecretAction, turnEndpointAction } from "./actions";
import { EndpointDialog } from "./endpoint-dialog";
import { ENDPOINTS_HEADING } from "./heading-id";
import { TestEndpoint } from "./test-endpoint";

type Open = "edit" | "test" | "rotate" | "delete";
const OPEN: readonly Open[] = ["edit", "test", "rotate", "delete"];

/** All that can be done with one endpoint. */
export function EndpointMenu({
  slug,
  endpoint,
  leaveTo,
}: {
  slug: string;
  endpoint: EndpointShown;
  /** Where to go when it is deleted, from a page that goes with it. */
  leaveTo?: string;
}) {
  const router = useRouter();
  const t = useText();
  const { pending, run } = useAction("toast");
  const [open, setOpen] = useState<Open>();
  const { id, url, state } = endpoint;
  const close = () => setOpen(undefined);
  const isOn = state === "on" || state === "failing";
  const gone = useFocusWhenGone(ENDPOINTS_HEADING);
  const turn = (enabled: boolean) =>
    run(
      () => turnEndpointAction(slug, { id, enabled }),
      () => showToast(t(enabled ? "webhooks.turnedOn" : "webhooks.turnedOff")),
    );
  const act = (item: string) => {
    if (item === "on" || item === "off") turn(item === "on");
    else setOpen(OPEN.find((known) => known === item));
  };
  return (
    <>
      <MoreMenu
        label={t("webhooks.actionsOf", { url })}
        size="sm"
        pending={pending}
        onAction={act}
        sections={[
          {
            items: [
              { id: "edit", label: t("webhooks.edit") },
              { id: "test", label: t("webhooks.test") },
              { id: "rotate", label: t("webhooks.rotate") },
            ],
          },
          {
            items: [
              isOn
                ? { id: "off", label: t("webhooks.turnOff") }
                : { id: "on", label: t("webhooks.turnOn") },
            ],
          },
          { items: [{ id: "delete", label: t("webhooks.delete") }] },
        ]}
      />
      {open === "edit" ? <EndpointDialog slug={slug} endpoint={endpoint} onClose={close} /> : null}
      {open === "test" ? <TestEndpoint slug={slug} id={id} onClose={close} /> : null}
      {open === "rotate" ? (
        <NewSecret
          title={t("webhooks.rotateTitle")}
          verb={t("webhooks.rotateVerb")}
          text={t("webhooks.secretOnce")}
          make={() => rotateSecretAction(slug, { id })}
          onClose={close}
        >
          {t("webhooks.rotateText")}
        </NewSecret>
      ) : null}
      {open === "delete" ? (
        <ConfirmAction
          title={t("webhooks.deleteTitle")}
          verb={t("webhooks.deleteVerb")}
          danger
          act={() => deleteEndpointAction(slug, { id })}
          onClose={close}
          onDone={() => {
            gone();
            close();
            if (leaveTo) router.push(leaveTo);
          }}
        >
          <p className="[overflow-wrap:anywhere]">{t("webhooks.deleteText", { url })}</p>
        </ConfirmAction>
      ) : null}
    </>
  );
}
