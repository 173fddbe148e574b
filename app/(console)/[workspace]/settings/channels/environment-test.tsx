"use client";

import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { TestDialog, type TestTarget } from "./test-dialog";

/** What can be done here with a provider that the environment names. */
export function EnvironmentTest({
  slug,
  name,
  target,
}: {
  slug: string;
  name: string;
  target: TestTarget;
}) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="sm"
        look="tertiary"
        aria-label={t("channels.testOf", { name })}
        onPress={() => setOpen(true)}
      >
        {t("channels.test")}
      </Button>
      {open ? (
        <TestDialog slug={slug} name={name} target={target} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}
