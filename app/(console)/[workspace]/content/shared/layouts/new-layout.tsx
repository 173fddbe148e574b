"use client";

import { CreateKeyed } from "@/components/settings/create-keyed";
import { useText } from "@/components/text/text-provider";
import { createLayoutAction } from "../actions";

export function NewLayout({ slug }: { slug: string }) {
  const t = useText();
  return (
    <CreateKeyed
      verb={t("layouts.newLayout")}
      path={`/${slug}/content/shared/layouts`}
      create={(input) => createLayoutAction(slug, input)}
    />
  );
}
