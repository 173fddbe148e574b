"use client";

import { useRouter } from "next/navigation";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import type { Side } from "./range";

/** Chooses which two documents are compared. */
export function ComparePicker({
  path,
  a,
  b,
  choices,
}: {
  /** The address of the list of versions. */
  path: string;
  a: Side;
  b: Side;
  choices: Side[];
}) {
  const t = useText();
  const router = useRouter();
  const options = choices.map((side) => (
    <option key={side} value={side}>
      {side === "draft" ? t("versions.draft") : `v${side}`}
    </option>
  ));
  return (
    <form
      key={`${a} ${b}`}
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        router.push(`${path}/${form.get("a")}...${form.get("b")}`);
      }}
    >
      <SelectField label={t("versions.compareEarlier")} name="a" defaultValue={a}>
        {options}
      </SelectField>
      <SelectField label={t("versions.compareLater")} name="b" defaultValue={b}>
        {options}
      </SelectField>
      <Button type="submit">{t("versions.compareGo")}</Button>
    </form>
  );
}
