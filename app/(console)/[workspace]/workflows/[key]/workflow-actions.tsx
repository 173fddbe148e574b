"use client";

import { useState } from "react";
import { useCreate } from "@/components/shortcuts/use-create";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ConfirmDialog } from "@/components/ui/dialog";
import type { MenuItem } from "@/components/ui/menu";
import { MoreMenu } from "@/components/ui/more-menu";
import { useAction } from "@/components/ui/use-action";
import { turnAction } from "./actions";
import { DuplicateDialog } from "./duplicate-dialog";
import { PublishDialog } from "./publish-dialog";
import { TriggerDialog } from "./trigger-dialog";

export type WorkflowActionsProps = {
  slug: string;
  workflow: string;
  name: string;
  status: "draft" | "live" | "paused" | "archived";
  /** The number a published draft will have; null without a draft. */
  next: number | null;
  mayEdit: boolean;
  mayAct: boolean;
  /** The document that is shown, to be downloaded. */
  exports: { json: string; yaml: string };
};

type Shown = "publish" | "trigger" | "turn" | "duplicate";

export function WorkflowActions(props: WorkflowActionsProps) {
  const { slug, workflow, name, status, next, mayEdit, mayAct, exports } = props;
  const t = useText();
  const [shown, setShown] = useState<Shown>();
  const { pending, failure, run, forget } = useAction();
  const onClose = () => {
    setShown(undefined);
    forget();
  };
  const to = status === "live" ? "paused" : "live";
  const turn = () => run(() => turnAction(slug, { key: workflow, to }), onClose);
  const isLive = status === "live";
  const verb = t(isLive ? "workflows.pause" : "workflows.resume");
  const at = `/${slug}/workflows/${encodeURIComponent(workflow)}`;
  const more: MenuItem[] = [
    { id: "analytics", label: t("analytics.tab"), href: `${at}/analytics` },
    { id: "experiments", label: t("experiments.title"), href: `${at}/experiments` },
    { id: "simulate", label: t("editor.simulate"), href: `${at}/simulate` },
    ...(mayEdit && status !== "draft"
      ? [{ id: "turn", label: t(isLive ? "workflows.pauseMore" : "workflows.resumeMore") }]
      : []),
    ...(mayEdit ? [{ id: "duplicate", label: t("newworkflow.duplicateMore") }] : []),
    { id: "json", label: t("workflows.exportJson") },
    { id: "yaml", label: t("workflows.exportYaml") },
  ];
  const choose = (id: string) => {
    if (id === "turn" || id === "duplicate") return setShown(id);
    if (more.some((item) => item.id === id && "href" in item)) return;
    window.location.assign(id === "json" ? exports.json : exports.yaml);
  };
  const canTrigger = mayAct && status === "live";
  const canPublish = mayEdit && next !== null;
  useCreate(t("workflows.openCase"), canTrigger ? () => setShown("trigger") : null, "o");
  return (
    <>
      <MoreMenu
        label={t("workflows.moreActions")}
        look="secondary"
        onAction={choose}
        sections={[{ items: more }]}
      />
      {canTrigger ? (
        <Button
          look={mayEdit ? "secondary" : "primary"}
          aria-keyshortcuts="o"
          onPress={() => setShown("trigger")}
        >
          {t("workflows.openCase")}
        </Button>
      ) : null}
      {canPublish ? (
        <Button onPress={() => setShown("publish")}>{t("workflows.publishDraft")}</Button>
      ) : null}
      {mayEdit ? (
        <ButtonLink look="primary" href={`${at}/edit`}>
          {t(next === null ? "editor.edit" : "editor.editDraft")}
        </ButtonLink>
      ) : null}
      {shown === "publish" && next !== null ? (
        <PublishDialog {...{ slug, workflow, next, onClose }} />
      ) : null}
      {shown === "trigger" ? <TriggerDialog {...{ slug, workflow, onClose }} /> : null}
      {shown === "duplicate" ? <DuplicateDialog {...{ slug, workflow, name, onClose }} /> : null}
      <ConfirmDialog
        open={shown === "turn"}
        onOpenChange={(open) => open || onClose()}
        title={verb}
        verb={verb}
        pending={pending}
        error={failure?.message}
        onConfirm={turn}
      >
        {t(isLive ? "workflows.pauseBody" : "workflows.resumeBody")}
      </ConfirmDialog>
    </>
  );
}
