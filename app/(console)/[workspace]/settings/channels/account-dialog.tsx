"use client";

import { useState } from "react";
import { SecretOnce } from "@/components/settings/secret-once";
import { useText } from "@/components/text/text-provider";
import { errorBeside, errorOf } from "@/components/ui/action-answer";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SelectField, TextField } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { useAction } from "@/components/ui/use-action";
import { type AccountProvider, PROVIDER_NAMES } from "@/core/channel/account";
import type { AccountShown } from "@/server/channels/list-channels";
import { ACCOUNT_FIELDS, type AccountField } from "./account-fields";
import { addAccountAction, changeAccountAction } from "./actions";
import { CallbackAddress } from "./callback-address";

const NAME_CHARS_MAX = 60;

/** Adds an account, or changes one: a secret that is left empty stays as it is. */
export function AccountDialog({
  slug,
  provider,
  account,
  onClose,
}: {
  slug: string;
  provider: AccountProvider;
  account?: AccountShown;
  onClose: () => void;
}) {
  const t = useText();
  const { failure, pending, run } = useAction();
  const [secret, setSecret] = useState<string>();
  const fields: readonly AccountField[] = ACCOUNT_FIELDS[provider];
  const submit = (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? "");
    const given = Object.fromEntries(fields.map((field) => [field.name, text(field.name)]));
    const common = { name: text("name"), fields: given };
    const done = (value: { secret: string | null }) =>
      value.secret ? setSecret(value.secret) : onClose();
    if (account) run(() => changeAccountAction(slug, { id: account.id, ...common }), done);
    else run(() => addAccountAction(slug, { provider, ...common }), done);
  };
  const beside = errorBeside(failure, ["name", ...fields.map((field) => field.name)]);
  const title = account
    ? t("channels.editTitle", { name: account.name })
    : t("channels.addTitle", { provider: PROVIDER_NAMES[provider] });
  return (
    <Dialog open onOpenChange={(next) => next || onClose()} title={title}>
      {secret ? (
        <SecretOnce secret={secret} onDone={onClose} />
      ) : (
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            submit(new FormData(event.currentTarget));
          }}
        >
          <TextField
            label={t("channels.name")}
            hint={t("channels.nameHint")}
            name="name"
            autoComplete="off"
            required
            autoFocus
            maxLength={NAME_CHARS_MAX}
            defaultValue={account?.name ?? PROVIDER_NAMES[provider]}
            error={errorOf(failure, "name")}
          />
          {fields.map((field) => (
            <OneField
              key={field.name}
              field={field}
              provider={provider}
              account={account}
              error={errorOf(failure, field.name)}
            />
          ))}
          {account?.callback ? (
            <CallbackAddress provider={provider} url={account.callback.url} />
          ) : null}
          {provider === "web_push" && !account ? <Note>{t("channels.pushKeys")}</Note> : null}
          {beside ? <Note tone="failed">{beside}</Note> : null}
          <div className="flex justify-end gap-2">
            <Button onPress={onClose}>{t("common.cancel")}</Button>
            <Button type="submit" look="primary" pending={pending}>
              {t(account ? "channels.save" : "channels.addVerb")}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

function OneField({
  field: { name, label, hint, type, placeholder, initial, secret, isSide, optional, choices },
  provider,
  account,
  error,
}: {
  field: AccountField;
  provider: AccountProvider;
  account: AccountShown | undefined;
  error: string | undefined;
}) {
  const t = useText();
  const isKept = secret === true && account?.sealed.includes(name) === true;
  const end = isSide ? "" : (account?.secretEnd ?? "");
  const hints = [
    hint ? t(hint, { provider }) : "",
    isKept ? t(end ? "channels.secretKept" : "channels.secretKeptShort", { end }) : "",
  ];
  const shared = {
    name,
    label: t(label),
    hint: hints.filter(Boolean).join(" "),
    error,
    required: !(optional || isKept),
    defaultValue: secret ? "" : (account?.settings[name] ?? (account ? "" : initial)),
  };
  if (choices) {
    return (
      <SelectField {...shared}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {t(choice.label)}
          </option>
        ))}
      </SelectField>
    );
  }
  return (
    <TextField
      {...shared}
      type={secret && type === undefined ? "password" : (type ?? "text")}
      autoComplete={secret ? "new-password" : "off"}
      spellCheck={false}
      placeholder={placeholder}
      maxLength={6_000}
    />
  );
}
