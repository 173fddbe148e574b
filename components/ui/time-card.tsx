"use client";

import { Popover } from "@heroui/react/popover";
import type { ReactNode } from "react";
import { useText } from "@/components/text/text-provider";
import type { Instant } from "@/core/time";
import { Button } from "./button";
import { CopyButton } from "./copy-button";

/** Told by one clock; without a name it is the viewer's. */
export type Reading = { name: string | null; text: string };

/** Every reading of one moment, each copyable, and the rule that produced it. */
export function TimeCard({
  moment,
  readings,
  epoch,
  rule,
  children,
}: {
  /** The moment in words. */
  moment: string;
  readings: Reading[];
  epoch: Instant;
  rule?: string | undefined;
  children: ReactNode;
}) {
  const t = useText();
  const named = [
    ...readings.map(({ name, text }) => ({ name: name ?? t("common.yours"), text })),
    { name: t("ui.epoch"), text: String(epoch) },
  ];
  return (
    <Popover>
      <Button
        aria-label={t("ui.everyReading", { moment })}
        look="tertiary"
        size="sm"
        className="-mx-1 h-6 px-1 text-sm font-normal text-ft-1 underline decoration-ft-control decoration-dotted underline-offset-4"
      >
        {children}
      </Button>
      <Popover.Content placement="bottom start">
        <Popover.Dialog className="p-3 outline-none" aria-label={t("ui.readings")}>
          <dl className="grid grid-cols-[auto_1fr_auto] items-center gap-x-3 gap-y-1">
            {named.map(({ name, text }) => (
              <div key={name} className="col-span-3 grid grid-cols-subgrid items-center">
                <dt className="text-ft-3">{name}</dt>
                <dd className="ft-figures col-span-2 grid grid-cols-subgrid items-center">
                  {text}
                  <CopyButton text={text} label={t("ui.copyNamed", { name })} />
                </dd>
              </div>
            ))}
          </dl>
          {rule ? <p className="mt-2 border-t border-ft-subtle pt-2 text-ft-2">{rule}</p> : null}
        </Popover.Dialog>
      </Popover.Content>
    </Popover>
  );
}
