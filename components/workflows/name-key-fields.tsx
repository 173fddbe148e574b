"use client";

import { type ReactNode, useState } from "react";
import { useText } from "@/components/text/text-provider";
import { errorOf, type Failure } from "@/components/ui/action-answer";
import { TextField } from "@/components/ui/field";
import { keyOf } from "@/components/ui/key-of";

const NAME_CHARS_MAX = 120;
const KEY_CHARS_MAX = 128;

/** The name of a new workflow and its key, which follows the name until somebody writes one. */
export function NameKeyFields({
  name: begins = "",
  failure,
  children,
}: {
  name?: string;
  failure: Failure | undefined;
  /** What is asked between the two. */
  children?: ReactNode;
}) {
  const t = useText();
  const [name, setName] = useState(begins);
  const [key, setKey] = useState<string>();
  return (
    <>
      <TextField
        label={t("newworkflow.name")}
        name="name"
        value={name}
        required
        autoFocus
        maxLength={NAME_CHARS_MAX}
        autoComplete="off"
        error={errorOf(failure, "name")}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {children}
      <TextField
        label={t("newworkflow.key")}
        hint={t("newworkflow.keyHint")}
        name="key"
        value={key ?? keyOf(name)}
        required
        maxLength={KEY_CHARS_MAX}
        autoComplete="off"
        spellCheck={false}
        error={errorOf(failure, "key")}
        onChange={(event) => setKey(event.currentTarget.value)}
      />
    </>
  );
}
