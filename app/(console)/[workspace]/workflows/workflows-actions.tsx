"use client";

import { Upload } from "lucide-react";
import { useRouter } from "next/navigation";
import { useCreate } from "@/components/shortcuts/use-create";
import { useText } from "@/components/text/text-provider";
import { ButtonLink } from "@/components/ui/button-link";

/** The ways to a new workflow above the list; who may not make one is told why. */
export function WorkflowsActions({ slug, forbidden }: { slug: string; forbidden: string | null }) {
  const t = useText();
  const router = useRouter();
  const path = `/${slug}/workflows/new`;
  useCreate(t("newworkflow.title"), forbidden === null ? () => router.push(path) : null);
  if (forbidden !== null) return <span className="max-w-80 text-xs text-ft-3">{forbidden}</span>;
  return (
    <>
      <ButtonLink href={`${path}/import`} className="max-md:!hidden">
        <Upload aria-hidden="true" />
        {t("newworkflow.import")}
      </ButtonLink>
      <ButtonLink href={path} look="primary" aria-keyshortcuts="c">
        {t("newworkflow.title")}
      </ButtonLink>
    </>
  );
}
