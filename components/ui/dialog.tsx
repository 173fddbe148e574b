"use client";

import { Modal } from "@heroui/react/modal";
import type { ReactNode } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "./button";
import { Note } from "./note";

export type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  children: ReactNode;
  /** The buttons, the last one being the verb. See `DialogActions`. */
  footer?: ReactNode;
  size?: "sm" | "md" | "lg";
};

/** Keeps focus inside, closes on Escape, gives focus back to what opened it. */
export function Dialog({ open, onOpenChange, title, children, footer, size = "md" }: DialogProps) {
  return (
    <Modal.Backdrop isOpen={open} onOpenChange={onOpenChange}>
      <Modal.Container size={size}>
        <Modal.Dialog>
          <Modal.Header>
            <Modal.Heading>{title}</Modal.Heading>
          </Modal.Header>
          <Modal.Body>{children}</Modal.Body>
          {footer ? <Modal.Footer>{footer}</Modal.Footer> : null}
        </Modal.Dialog>
      </Modal.Container>
    </Modal.Backdrop>
  );
}

/** For what cannot be undone or reaches people: says the consequence; Cancel has the focus, the other button is the verb. */
export function ConfirmDialog({
  open,
  onOpenChange,
  title,
  children,
  verb,
  danger = false,
  pending = false,
  error,
  onConfirm,
}: Omit<DialogProps, "footer" | "size"> & {
  /** "Escalate 14 cases". */
  verb: string;
  danger?: boolean;
  pending?: boolean;
  error?: string | undefined;
  onConfirm: () => void;
}) {
  const t = useText();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      footer={
        <>
          <Button autoFocus onPress={() => onOpenChange(false)}>
            {t("common.cancel")}
          </Button>
          <Button look={danger ? "danger" : "primary"} pending={pending} onPress={onConfirm}>
            {verb}
          </Button>
        </>
      }
    >
      {children}
      {error ? (
        <div className="mt-3">
          <Note tone="failed">{error}</Note>
        </div>
      ) : null}
    </Dialog>
  );
}
