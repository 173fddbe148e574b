"use client";

import { useState } from "react";
import { SecretOnce } from "@/components/settings/secret-once";
import { useText } from "@/components/text/text-provider";
import { errorBeside, errorOf } from "@/components/ui/action-answer";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { CheckboxField, TextField } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { useAction } from "@/components/ui/use-action";
import { WEBHOOK_TYPES, WebhookType } from "@/core/webhook/event-type";
import type { EndpointShown } from "@/server/webhooks/show-endpoints";
import { addEndpointAction, editEndpointAction } from "./actions";

const URL_CHARS_MAX = 2_000;
const DESCRIPTION_CHARS_MAX = 200;

/** Adds an endpoint and shows its secret once, or changes one. */
export function EndpointDialog({
  slug,
  endpoint,
  onClose,
}: {
  slug: string;
  endpoint?: EndpointShown;
  onClose: () => void;
}) {
  const t = useText();
  const { failure, pending, run } = useAction();
  const [secret, setSecret] = useState<string>();
  const submit = (form: FormData) => {
    const input = {
      url: String(form.get("url") ?? "").trim(),
      description: String(form.get("description") ?? ""),
      eventTypes: form
        .getAll("type")
        .filter((type): type is WebhookType => WebhookType.safeParse(type).success),
    };
    if (endpoint) {
      const { id, state } = endpoint;
      const enabled = state === "on" || state === "failing";
      run(() => editEndpointAction(slug, { id, ...input, enabled }), onClose);
    } else
      run(
        () => addEndpointAction(slug, input),
        ({ secret: made }) => setSecret(made),
      );
  };
  const beside = errorBeside(failure, ["url", "description"]);
  return (
    <Dialog
      open
      onOpenChange={(next) => next || onClose()}
      title={t(endpoint ? "webhooks.editTitle" : "webhooks.addTitle")}
    >
      {secret ? (
        <SecretOnce secret={secret} text={t("webhooks.secretOnce")} onDone={onClose} />
      ) : (
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            submit(new FormData(event.currentTarget));
          }}
        >
          <TextField
            label={t("webhooks.url")}
            hint={t("webhooks.urlHint")}
            name="url"
            type="url"
            required
            autoFocus
            autoComplete="off"
            spellCheck={false}
            placeholder="https://"
            maxLength={URL_CHARS_MAX}
            defaultValue={endpoint?.url}
            error={errorOf(failure, "url")}
          />
          <TextField
            label={t("webhooks.description")}
            hint={t("webhooks.descriptionHint")}
            name="description"
            autoComplete="off"
            maxLength={DESCRIPTION_CHARS_MAX}
            defaultValue={endpoint?.description}
            error={errorOf(failure, "description")}
          />
          <fieldset className="grid gap-2">
            <legend className="ft-label float-start">{t("webhooks.types")}</legend>
            <p className="ft-hint">{t("webhooks.typesHint")}</p>
            <div className="grid max-h-56 gap-1 overflow-y-auto sm:grid-cols-2">
              {WEBHOOK_TYPES.map((type) => (
                <CheckboxField
                  key={type}
                  label={<code className="text-xs">{type}</code>}
                  name="type"
                  value={type}
                  defaultChecked={endpoint?.eventTypes.includes(type)}
                />
              ))}
            </div>
          </fieldset>
          {beside ? <Note tone="failed">{beside}</Note> : null}
          <div className="flex justify-end gap-2">
            <Button onPress={onClose}>{t("common.cancel")}</Button>
            <Button type="submit" look="primary" pending={pending}>
              {t(endpoint ? "webhooks.save" : "webhooks.add")}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
