"use client";

import { Ellipsis } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useText } from "@/components/text/text-provider";
import { IconButton } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/dialog";
import { Menu } from "@/components/ui/menu";
import { showToast } from "@/components/ui/toast";
import { useAction } from "@/components/ui/use-action";
import type { EndpointShown } from "@/server/webhooks/show-endpoints";
import { deleteEndpointAction, turnEndpointAction } from "./actions";
import { EndpointDialog } from "./endpoint-dialog";
import { ENDPOINTS_HEADING } from "./heading-id";
import { RotateSecret } from "./rotate-secret";
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
  const isDeleted = useRef(false);
  // The dialog and its way back leave with the row: only now can the focus go anywhere else.
  useEffect(
    () => () => {
      if (isDeleted.current) document.getElementById(ENDPOINTS_HEADING)?.focus();
    },
    [],
  );
  const turn = (enabled: boolean) =>
    run(
      () => turnEndpointAction(slug, { id, enabled }),
      () => showToast(t(enabled ? "webhooks.turnedOn" : "webhooks.turnedOff")),
    );
  const act = (item: string) => {
    if (item === "on" || item === "off") turn(item === "on");
    else setOpen(OPEN.find((known) => known === item));
  };
  const label = t("webhooks.actionsOf", { url });
  return (
    <>
      <Menu
        label={label}
        align="end"
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
        trigger={
          <IconButton size="sm" label={label} pending={pending}>
            <Ellipsis aria-hidden="true" />
          </IconButton>
        }
      />
      {open === "edit" ? <EndpointDialog slug={slug} endpoint={endpoint} onClose={close} /> : null}
      {open === "test" ? <TestEndpoint slug={slug} id={id} onClose={close} /> : null}
      {open === "rotate" ? <RotateSecret slug={slug} id={id} onClose={close} /> : null}
      {open === "delete" ? (
        <DeleteEndpoint
          slug={slug}
          endpoint={endpoint}
          onClose={close}
          onDeleted={() => {
            isDeleted.current = true;
            close();
            if (leaveTo) router.push(leaveTo);
          }}
        />
      ) : null}
    </>
  );
}

function DeleteEndpoint({
  slug,
  endpoint: { id, url },
  onClose,
  onDeleted,
}: {
  slug: string;
  endpoint: EndpointShown;
  onClose: () => void;
  onDeleted: () => void;
}) {
  const t = useText();
  const { failure, pending, run } = useAction();
  return (
    <ConfirmDialog
      open
      onOpenChange={(next) => next || onClose()}
      title={t("webhooks.deleteTitle")}
      verb={t("webhooks.deleteVerb")}
      danger
      pending={pending}
      error={failure?.message}
      onConfirm={() => run(() => deleteEndpointAction(slug, { id }), onDeleted)}
    >
      <p className="[overflow-wrap:anywhere]">{t("webhooks.deleteText", { url })}</p>
    </ConfirmDialog>
  );
}
