"use client";

import { Toast, ToastQueue } from "@heroui/react/toast";
import { X } from "lucide-react";
import { useText } from "@/components/text/text-provider";
import { SECOND_MS } from "@/core/time";
import { Button, IconButton } from "./button";

/** How long something can be taken back, or a failure is read. */
const LONG_MS = 10 * SECOND_MS;
const SHORT_MS = 5 * SECOND_MS;
const SHOWN_MAX = 3;
const WIDTH_PX = 380;

type Notice = {
  message: string;
  /** "Undo", for as long as the notice stands. */
  action?: { label: string; run: () => void };
  failed?: boolean;
};

const queue = new ToastQueue<Notice>({ maxVisibleToasts: SHOWN_MAX });

/**
 * Says in a corner what was done, for ten seconds when it can be taken back. For what the page does
 * not show by itself; an error that belongs to a field or a dialog stays there.
 */
export function showToast(message: string, more: Omit<Notice, "message"> = {}): void {
  const timeout = more.action || more.failed ? LONG_MS : SHORT_MS;
  queue.add({ message, ...more }, { timeout });
}

/** Where toasts appear; once, in the frame. They wait while the pointer or the focus is on them. */
export function Toasts() {
  const t = useText();
  return (
    <Toast.Provider
      aria-label={t("ui.toasts")}
      queue={queue}
      placement="bottom end"
      maxVisibleToasts={SHOWN_MAX}
      width={WIDTH_PX}
    >
      {({ toast }) => {
        const { message, action, failed } = toast.content as Notice;
        const close = () => queue.close(toast.key);
        return (
          <Toast toast={toast} variant={failed ? "danger" : "default"}>
            <Toast.Content>
              <Toast.Title>{message}</Toast.Title>
            </Toast.Content>
            {action ? (
              <Button
                size="sm"
                onPress={() => {
                  close();
                  action.run();
                }}
              >
                {action.label}
              </Button>
            ) : null}
            <IconButton size="sm" label={t("common.close")} onPress={close}>
              <X aria-hidden="true" />
            </IconButton>
          </Toast>
        );
      }}
    </Toast.Provider>
  );
}
