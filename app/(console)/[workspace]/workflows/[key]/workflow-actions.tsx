"use client";

import { Ellipsis } from "lucide-react";
import { useState, useTransition } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/dialog";
import { Menu, type MenuItem } from "@/components/ui/menu";
import { turnAction } from "./actions";
import { PublishDialog } from "./publish-dialog";
import { TriggerDialog } from "./trigger-dialog";

export type WorkflowActionsProps = {
  slug: string;
  workflow: string;
  status: "draft" | "live" | "paused" | "archived";
  /** The number a published draft will have; null without a draft. */
  next: number | null;
  mayEdit: boolean;
  mayAct: boolean;
  /** The document that is shown, to be downloaded. */
  exports: { json: string; yaml: string };
};

type Shown = "publish" | "trigger" | "turn";

export function WorkflowActions(props: WorkflowActionsProps) {
  const { slug, workflow, status, next, mayEdit, mayAct, exports } = props;
  const [shown, setShown] = useState<Shown>();
  const [pending, start] = useTransition();
  const [error, setError] = useState<string>();
  const onClose = () => {
    setShown(undefined);
    setError(undefined);
  };
  const to = status === "live" ? "paused" : "live";
  const turn = () =>
    start(async () => {
      const result = await turnAction(slug, { key: workflow, to });
      if (result.ok) onClose();
      else setError(result.message);
    });
  const verb = status === "live" ? "Pause workflow" : "Resume workflow";
  const more: MenuItem[] = [
    ...(mayEdit && status !== "draft" ? [{ id: "turn", label: `${verb}…` }] : []),
    { id: "json", label: "Export as JSON" },
    { id: "yaml", label: "Export as YAML" },
  ];
  const choose = (id: string) => {
    if (id === "turn") return setShown("turn");
    window.location.assign(id === "json" ? exports.json : exports.yaml);
  };
  const canTrigger = mayAct && status === "live";
  const canPublish = mayEdit && next !== null;
  return (
    <>
      <Menu
        label="More actions"
        align="end"
        onAction={choose}
        sections={[{ items: more }]}
        trigger={
          <IconButton look="secondary" label="More actions">
            <Ellipsis aria-hidden="true" />
          </IconButton>
        }
      />
      {canTrigger ? (
        <Button look={canPublish ? "secondary" : "primary"} onPress={() => setShown("trigger")}>
          Open a case
        </Button>
      ) : null}
      {canPublish ? (
        <Button look="primary" onPress={() => setShown("publish")}>
          Publish draft
        </Button>
      ) : null}
      {shown === "publish" && next !== null ? (
        <PublishDialog {...{ slug, workflow, next, onClose }} />
      ) : null}
      {shown === "trigger" ? <TriggerDialog {...{ slug, workflow, onClose }} /> : null}
      <ConfirmDialog
        open={shown === "turn"}
        onOpenChange={(open) => open || onClose()}
        title={verb}
        verb={verb}
        pending={pending}
        error={error}
        onConfirm={turn}
      >
        {status === "live"
          ? "No new cases open while it is paused. Cases that are open go on as planned."
          : "New cases open again as events arrive. What arrived while it was paused is not caught up on."}
      </ConfirmDialog>
    </>
  );
}
