"use client";

import { Popover } from "@heroui/react/popover";
import { Info } from "lucide-react";
import Link from "next/link";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";

/** What a number is: in words, what is counted and of what, and the way to the cases behind it. */
export type Definition = {
  name: string;
  means: string;
  counted: string;
  of: string;
  /** With the figures, where it is one number. */
  figures?: { counted: string; of: string } | undefined;
  cases?: string | undefined;
};

/** The `ⓘ` beside a number: a button, so that keys and fingers reach what it says. */
export function Defined({ name, means, counted, of, figures, cases }: Definition) {
  const t = useText();
  const label = t("analytics.about", { what: name });
  return (
    <Popover>
      <Button look="tertiary" size="sm" isIconOnly aria-label={label} className="ft-defined">
        <Info aria-hidden="true" />
      </Button>
      <Popover.Content placement="bottom start">
        <Popover.Dialog
          aria-label={label}
          className="grid w-80 max-w-[calc(100vw-24px)] gap-3 p-4 text-sm outline-none"
        >
          <p className="font-semibold">{name}</p>
          <p className="text-ft-2">{means}</p>
          <dl className="grid gap-2">
            <Part label={t("analytics.numerator")} text={counted} figure={figures?.counted} />
            <Part label={t("analytics.denominator")} text={of} figure={figures?.of} />
          </dl>
          {cases ? (
            <div className="grid gap-1">
              <Link href={cases} prefetch={false} className="ft-link w-fit">
                {t("analytics.seeCases")}
              </Link>
              <p className="text-xs text-ft-3">{t("analytics.casesDeleted")}</p>
            </div>
          ) : null}
        </Popover.Dialog>
      </Popover.Content>
    </Popover>
  );
}

function Part({
  label,
  text,
  figure,
}: {
  label: string;
  text: string;
  figure: string | undefined;
}) {
  return (
    <div>
      <dt className="text-xs text-ft-3">{label}</dt>
      <dd className="flex justify-between gap-4">
        <span>{text}</span>
        {figure ? <span className="font-semibold tabular-nums">{figure}</span> : null}
      </dd>
    </div>
  );
}
