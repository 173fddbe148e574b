"use client";

import { Download, Ellipsis, Eraser, Eye, Pause, Play } from "lucide-react";
import { useState } from "react";
import { FormDialog } from "@/components/people/form-dialog";
import { useText } from "@/components/text/text-provider";
import { errorOf } from "@/components/ui/action-answer";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { TextField } from "@/components/ui/field";
import { Menu } from "@/components/ui/menu";
import { useAction } from "@/components/ui/use-action";
import { pausePersonAction } from "./actions";
import { EraseDialog } from "./erase-dialog";

type Props = {
  slug: string;
  personId: string;
  name: string;
  zone: string;
  isPaused: boolean;
  /** The first day a pause can end with, on their clock. */
  tomorrow: string;
  exportHref: string;
  previewHref: string;
  forbidden: string | null;
  eraseForbidden: string | null;
};

/** What can be done with a person; who may not is told why. */
export function PersonActions(props: Props) {
  const t = useText();
  const { slug, personId, isPaused, exportHref, previewHref, forbidden, eraseForbidden } = props;
  const [open, setOpen] = useState<string>();
  const { pending, run } = useAction("toast");
  const close = () => setOpen(undefined);
  const act = (id: string) => {
    if (id === "export") location.assign(exportHref);
    else if (id === "resume") run(() => pausePersonAction(slug, { personId, until: null }));
    else setOpen(id);
  };
  const items = [
    ...(forbidden === null
      ? [
          isPaused
            ? { id: "resume", label: t("people.unpause"), icon: <Play aria-hidden="true" /> }
            : { id: "pause", label: t("people.pause"), icon: <Pause aria-hidden="true" /> },
        ]
      : []),
    { id: "export", label: t("people.exportJson"), icon: <Download aria-hidden="true" /> },
    ...(eraseForbidden === null
      ? [{ id: "erase", label: t("people.erase"), icon: <Eraser aria-hidden="true" /> }]
      : []),
  ];
  return (
    <>
      {forbidden ? <span className="max-w-80 text-xs text-ft-3">{forbidden}</span> : null}
      <ButtonLink href={previewHref}>
        <Eye aria-hidden="true" />
        {t("personside.openPreview")}
      </ButtonLink>
      <Menu
        label={t("people.actions")}
        align="end"
        sections={[{ items }]}
        onAction={act}
        trigger={
          <Button pending={pending}>
            <Ellipsis aria-hidden="true" />
            {t("common.more")}
          </Button>
        }
      />
      {open === "pause" ? <PauseDialog {...props} onClose={close} /> : null}
      {open === "erase" ? <EraseDialog {...props} onClose={close} /> : null}
    </>
  );
}

function PauseDialog({
  slug,
  personId,
  name,
  zone,
  tomorrow,
  onClose,
}: Props & { onClose: () => void }) {
  const t = useText();
  const { pending, failure, run } = useAction();
  return (
    <FormDialog
      title={t("people.pauseTitle", { name })}
      verb={t("people.pause")}
      {...{ pending, failure, onClose }}
      onSubmit={(text) =>
        run(() => pausePersonAction(slug, { personId, until: text("until") }), onClose)
      }
    >
      <TextField
        label={t("people.pauseUntil")}
        hint={t("people.pauseHint", { zone })}
        name="until"
        type="date"
        required
        min={tomorrow}
        defaultValue={tomorrow}
        error={errorOf(failure, "until")}
      />
      <p className="text-ft-2">{t("people.pauseBody")}</p>
    </FormDialog>
  );
}
