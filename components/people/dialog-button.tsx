"use client";

import { type ReactNode, useState } from "react";
import type { ActionAnswer, Failure } from "@/components/ui/action-answer";
import { Button, type ButtonProps } from "@/components/ui/button";
import { useAction } from "@/components/ui/use-action";
import { FormDialog } from "./form-dialog";

/** A button and the form behind it, which closes when what it asks for is done. */
export function DialogButton<T>({
  label,
  verb = label,
  act,
  done,
  isSaid,
  children,
  ...button
}: {
  /** On the button, and the dialog's name. */
  label: string;
  /** On the form's last button; the label where absent. */
  verb?: string;
  act: (text: (name: string) => string) => Promise<ActionAnswer<T>>;
  done?: (value: T) => void;
  /** Whether a field says it already. */
  isSaid?: (failure: Failure) => boolean;
  children: (failure: Failure | undefined) => ReactNode;
} & Pick<ButtonProps, "look" | "size">) {
  const [open, setOpen] = useState(false);
  const { pending, failure, run, forget } = useAction();
  const close = () => {
    setOpen(false);
    forget();
  };
  return (
    <>
      <Button {...button} onPress={() => setOpen(true)}>
        {label}
      </Button>
      {open ? (
        <FormDialog
          title={label}
          {...{ verb, pending, failure }}
          isSaid={failure !== undefined && isSaid?.(failure) === true}
          onClose={close}
          onSubmit={(text) =>
            run(
              () => act(text),
              (value) => {
                close();
                done?.(value);
              },
            )
          }
        >
          {children(failure)}
        </FormDialog>
      ) : null}
    </>
  );
}
