"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useText } from "@/components/text/text-provider";
import { SelectField } from "@/components/ui/field";
import { type CaseParams, caseHref } from "./search-params";

/** Which step “why not?” is about; kept in the address. */
export function WhyNotPicker({
  steps,
  chosen,
  shown,
  path,
}: {
  steps: { id: string; sentence: string }[];
  chosen: string;
  shown: CaseParams;
  path: string;
}) {
  const t = useText();
  const router = useRouter();
  const [pending, start] = useTransition();
  const choose = (whynot: string) =>
    start(() =>
      router.replace(caseHref(path, { ...shown, whynot: whynot || undefined }), { scroll: false }),
    );
  return (
    <SelectField
      label={t("case.whyNotStep")}
      value={chosen}
      aria-busy={pending}
      onChange={(event) => choose(event.target.value)}
    >
      <option value="">{t("case.whyNotPick")}</option>
      {steps.map(({ id, sentence }) => (
        <option key={id} value={id}>
          {sentence}
        </option>
      ))}
    </SelectField>
  );
}
