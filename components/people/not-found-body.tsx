"use client";

import type { TextKey } from "@/components/text/messages";
import { useText } from "@/components/text/text-provider";
import { EmptyState } from "@/components/ui/empty-state";

/** An address that leads nowhere: what may have happened to what was here. */
export function NotFoundBody({ title, body }: { title: TextKey; body: TextKey }) {
  const t = useText();
  return <EmptyState title={t(title)}>{t(body)}</EmptyState>;
}
