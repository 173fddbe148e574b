"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { SECOND_MS } from "@/core/time";
import { Button } from "./button";

const CONFIRMED_MS = 2 * SECOND_MS;

/** Copies `text`, and says so in place. */
export function CopyButton({
  text,
  label = "Copy",
  children,
}: {
  text: string;
  /** The name when there is no visible text. */
  label?: string;
  children?: string;
}) {
  const [state, setState] = useState<"idle" | "copied" | "refused">("idle");
  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), CONFIRMED_MS);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = () =>
    navigator.clipboard?.writeText(text).then(
      () => setState("copied"),
      () => setState("refused"),
    ) ?? setState("refused");

  return (
    <>
      <Button
        look={children ? "secondary" : "tertiary"}
        size={children ? "md" : "sm"}
        isIconOnly={!children}
        {...(children ? {} : { "aria-label": label })}
        onPress={copy}
      >
        {state === "copied" ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
        {children}
      </Button>
      <span role="status" className="sr-only">
        {state === "copied" ? "Copied" : ""}
        {state === "refused" ? "The browser did not allow copying" : ""}
      </span>
    </>
  );
}
