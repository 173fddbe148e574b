"use client";

import { useRouter } from "next/navigation";
import { startTransition, useEffect, useState } from "react";
import { SECOND_MS } from "@/core/time";
import { Button } from "./button";

const EVERY_MS = 5 * SECOND_MS;

/** An open dialog or menu keeps what it shows: nothing moves while somebody decides. */
const isBusy = () =>
  document.querySelector("[role=dialog], [role=alertdialog], [role=menu]") !== null;

/** Asks the server again every 5 seconds while the page is seen, unless paused. */
export function LiveRefresh() {
  const router = useRouter();
  const [paused, setPaused] = useState(false);
  useEffect(() => {
    if (paused) return;
    const timer = setInterval(() => {
      if (document.visibilityState !== "visible" || isBusy()) return;
      startTransition(() => router.refresh());
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [paused, router]);
  return (
    <Button
      look="tertiary"
      size="sm"
      aria-label={paused ? "Paused. Resume updates" : "Updating every 5 seconds. Pause"}
      onPress={() => setPaused(!paused)}
    >
      <span
        aria-hidden="true"
        className={`size-2 rounded-full ${paused ? "border border-current" : "bg-(--ft-resolved)"}`}
      />
      {paused ? "Paused" : "Updating"}
    </Button>
  );
}
