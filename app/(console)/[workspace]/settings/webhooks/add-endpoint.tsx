"use client";

import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { EndpointDialog } from "./endpoint-dialog";

export function AddEndpoint({ slug }: { slug: string }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" onPress={() => setOpen(true)}>
        {t("webhooks.add")}
      </Button>
      {open ? <EndpointDialog slug={slug} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
