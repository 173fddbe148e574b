"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { FormDialog } from "@/components/people/form-dialog";
import { useText } from "@/components/text/text-provider";
import { errorOf } from "@/components/ui/action-answer";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { useAction } from "@/components/ui/use-action";
import { NameKeyFields } from "@/components/workflows/name-key-fields";
import { createBlankAction } from "./actions";

type Props = { slug: string; topics: { key: string; name: string }[] };

/** A workflow from nothing: asks for its name. */
export function BlankWorkflow(props: Props) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="primary" onPress={() => setOpen(true)}>
        <Plus aria-hidden="true" />
        {t("newworkflow.blank")}
      </Button>
      {open ? <BlankDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function BlankDialog({ slug, topics, onClose }: Props & { onClose: () => void }) {
  const t = useText();
  const router = useRouter();
  const { pending, failure, run } = useAction();
  const submit = (text: (field: string) => string) =>
    run(
      () =>
        createBlankAction(slug, {
          name: text("name"),
          key: text("key"),
          topic: text("topic") || null,
        }),
      (made) => router.push(`/${slug}/workflows/${encodeURIComponent(made)}/edit`),
    );
  return (
    <FormDialog
      title={t("newworkflow.blankTitle")}
      verb={t("newworkflow.create")}
      {...{ pending, failure, onClose }}
      onSubmit={submit}
    >
      <NameKeyFields failure={failure}>
        <SelectField
          label={t("newworkflow.topic")}
          hint={t("newworkflow.topicHint")}
          name="topic"
          error={errorOf(failure, "topic")}
        >
          {topics.map((topic) => (
            <option key={topic.key} value={topic.key}>
              {topic.name}
            </option>
          ))}
          <option value="">{t("newworkflow.topicNew")}</option>
        </SelectField>
      </NameKeyFields>
    </FormDialog>
  );
}
