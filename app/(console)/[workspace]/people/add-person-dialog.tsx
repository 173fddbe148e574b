"use client";

import { useRouter } from "next/navigation";
import { FormDialog } from "@/components/people/form-dialog";
import { LanguageField, ZoneField } from "@/components/people/profile-fields";
import { useText } from "@/components/text/text-provider";
import { errorOf } from "@/components/ui/action-answer";
import { TextField } from "@/components/ui/field";
import { useAction } from "@/components/ui/use-action";
import { addPersonAction } from "./actions";

/** Makes one person and goes to their page. */
export function AddPersonDialog({ slug, onClose }: { slug: string; onClose: () => void }) {
  const t = useText();
  const router = useRouter();
  const { pending, failure, run } = useAction();
  const submit = (text: (name: string) => string) => {
    const optional = (name: string) => text(name) || undefined;
    const person = {
      id: optional("id"),
      name: optional("name"),
      email: optional("email"),
      phone: optional("phone"),
      timeZone: optional("timeZone"),
      locale: optional("locale"),
    };
    run(
      () => addPersonAction(slug, person),
      (id) => router.push(`/${slug}/people/${encodeURIComponent(id)}`),
    );
  };
  return (
    <FormDialog
      title={t("people.add")}
      verb={t("people.add")}
      {...{ pending, failure, onClose }}
      onSubmit={submit}
    >
      <TextField
        label={t("people.name")}
        name="name"
        maxLength={200}
        autoComplete="off"
        error={errorOf(failure, "name")}
      />
      <TextField
        label={t("people.email")}
        name="email"
        type="email"
        maxLength={254}
        autoComplete="off"
        error={errorOf(failure, "email")}
      />
      <TextField
        label={t("people.phone")}
        hint={t("people.phoneHint")}
        name="phone"
        type="tel"
        maxLength={40}
        autoComplete="off"
        error={errorOf(failure, "phone")}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <ZoneField
          value={null}
          none={t("people.zoneUnknown")}
          error={errorOf(failure, "timeZone")}
        />
        <LanguageField value={null} />
      </div>
      <TextField
        label={t("people.id")}
        hint={t("people.idHint")}
        name="id"
        maxLength={128}
        autoComplete="off"
        error={errorOf(failure, "id")}
      />
    </FormDialog>
  );
}
