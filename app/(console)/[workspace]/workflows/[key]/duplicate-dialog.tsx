"use client";

import { useRouter } from "next/navigation";
import { FormDialog } from "@/components/people/form-dialog";
import { useText } from "@/components/text/text-provider";
import { useAction } from "@/components/ui/use-action";
import { NameKeyFields } from "@/components/workflows/name-key-fields";
import { duplicateAction } from "../new/actions";

/** A new workflow that begins as this one is written now. */
export function DuplicateDialog({
  slug,
  workflow,
  name,
  onClose,
}: {
  slug: string;
  workflow: string;
  name: string;
  onClose: () => void;
}) {
  const t = useText();
  const router = useRouter();
  const { pending, failure, run } = useAction();
  return (
    <FormDialog
      title={t("newworkflow.duplicate")}
      verb={t("newworkflow.create")}
      {...{ pending, failure, onClose }}
      onSubmit={(text) =>
        run(
          () => duplicateAction(slug, { from: workflow, name: text("name"), key: text("key") }),
          (made) => router.push(`/${slug}/workflows/${encodeURIComponent(made)}/edit`),
        )
      }
    >
      <NameKeyFields name={t("newworkflow.copyOf", { name })} failure={failure} />
    </FormDialog>
  );
}
