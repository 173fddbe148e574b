"use client";

import { RefreshCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";

/** Looks everything up once more: name servers tell of a change after minutes to hours. */
export function CheckAgain() {
  const t = useText();
  const router = useRouter();
  const [pending, start] = useTransition();
  return (
    <Button pending={pending} onPress={() => start(() => router.refresh())}>
      <RefreshCw aria-hidden="true" size={16} />
      {t("domains.again")}
    </Button>
  );
}
