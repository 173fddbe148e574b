"use client";

import { ArrowDown, ArrowUp, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useText } from "@/components/text/text-provider";
import { Button, IconButton } from "@/components/ui/button";
import { useFormFacts } from "./form-scope";

/** One way out of a step: its fields, its place among the others, and its removal. */
export function WayCard({
  field,
  title,
  steps,
  place,
  of,
  removable,
  heir,
  onMove,
  onRemove,
  children,
}: {
  field: string;
  title: string;
  /** How many steps stand in it. */
  steps: number;
  place: number;
  of: number;
  removable: boolean;
  /** The way that can take over its steps. */
  heir: string;
  onMove: (by: 1 | -1) => void;
  onRemove: (keep: boolean) => void;
  children: ReactNode;
}) {
  const t = useText();
  const { readOnly } = useFormFacts();
  const [isAsking, setIsAsking] = useState(false);
  const remove = (keep: boolean) => {
    setIsAsking(false);
    onRemove(keep);
  };
  return (
    <fieldset
      className="grid min-w-0 gap-3 rounded-md border border-ft-subtle p-3"
      data-field={field}
    >
      <legend className="sr-only">{title}</legend>
      <div className="flex items-center gap-1">
        <span className="min-w-0 flex-1 text-ft-3 text-xs">
          {t("flowforms.stepsInside", { steps })}
        </span>
        {readOnly ? null : (
          <>
            <IconButton
              size="sm"
              label={t("flowforms.earlier", { name: title })}
              isDisabled={place === 0}
              onPress={() => onMove(-1)}
            >
              <ArrowUp aria-hidden="true" />
            </IconButton>
            <IconButton
              size="sm"
              label={t("flowforms.later", { name: title })}
              isDisabled={place === of - 1}
              onPress={() => onMove(1)}
            >
              <ArrowDown aria-hidden="true" />
            </IconButton>
            <IconButton
              size="sm"
              label={t("flowforms.remove", { name: title })}
              isDisabled={!removable}
              onPress={() => (steps > 0 ? setIsAsking(true) : remove(false))}
            >
              <X aria-hidden="true" />
            </IconButton>
          </>
        )}
      </div>
      {isAsking ? (
        <fieldset className="grid gap-2">
          <legend className="mb-2">{t("flowforms.removeAsk", { steps })}</legend>
          <div className="flex flex-wrap gap-2">
            <Button size="sm" autoFocus onPress={() => remove(true)}>
              {t("flowforms.removeKeep", { heir })}
            </Button>
            <Button size="sm" look="danger" onPress={() => remove(false)}>
              {t("flowforms.removeAll", { steps })}
            </Button>
            <Button size="sm" look="tertiary" onPress={() => setIsAsking(false)}>
              {t("common.cancel")}
            </Button>
          </div>
        </fieldset>
      ) : null}
      {children}
    </fieldset>
  );
}
