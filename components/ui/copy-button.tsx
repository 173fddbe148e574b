"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { useText } from "@/components/text/text-provider";
import { SECOND_MS } from "@/core/time";
import { Button } from "./button";

const CONFIRMED_MS = 2 * SECOND_MS;

/** Copies `text`, and says so in place. */
export function CopyButton({
  text,
  label,
  children,
}: {
  text: string;
  /** The name when there is no visible text. */
  label?: string;
  children?: string;
}) {
  const t = useText();
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
        {...(children ? {} : { "aria-label": label ?? t("common.copy") })}
        onPress={copy}
      >
        {state === "copied" ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
        {children}
      </Button>
      <span role="status" className="sr-only">
        {state === "copied" ? t("common.copied") : ""}
        {state === "refused" ? t("ui.copyRefused") : ""}
      </span>
    </>
  );
}
