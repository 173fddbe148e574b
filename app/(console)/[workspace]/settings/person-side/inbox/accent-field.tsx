"use client";

import { useState } from "react";
import { useLocale, useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { accentReading } from "@/core/person-side/accent";
import type { InboxLook } from "@/core/person-side/inbox-look";

const HEX = /^#[0-9a-f]{6}$/i;

/** The widget's colour, with a warning where it cannot be read. */
export function AccentField({
  value,
  brandColor,
  choose,
}: {
  value: string;
  brandColor: string | null;
  choose: (change: Pick<InboxLook, "accent">) => void;
}) {
  const t = useText();
  const locale = useLocale();
  const [typed, setTyped] = useState(value);
  const isWrong = typed !== "" && !HEX.test(typed);
  const take = (text: string) => {
    setTyped(text);
    if (text === "" || HEX.test(text)) choose({ accent: text.toLowerCase() });
  };
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const reading = HEX.test(typed) ? accentReading(typed.toLowerCase()) : null;
  // Rounded down: what is said to be 4.5 has to be.
  const ratio = number.format(Math.floor((reading?.ratio ?? 0) * 10) / 10);
  return (
    <div className="grid gap-2">
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <TextField
            label={t("personside.accent")}
            hint={t("personside.accentHint")}
            error={isWrong ? t("personside.accentWrong") : undefined}
            placeholder="#0a66c2"
            maxLength={7}
            className="font-mono"
            value={typed}
            onChange={(event) => take(event.target.value.trim())}
          />
        </div>
        <input
          type="color"
          aria-label={t("personside.accentPick")}
          className="mt-6 h-(--ft-control) w-12 shrink-0 cursor-pointer rounded-md border border-ft-control bg-ft-surface p-1"
          value={HEX.test(typed) ? typed : "#4f5bd5"}
          onChange={(event) => take(event.target.value)}
        />
      </div>
      {brandColor && brandColor.toLowerCase() !== typed.toLowerCase() ? (
        <Button size="sm" className="justify-self-start" onPress={() => take(brandColor)}>
          {t("personside.accentBrand")}
        </Button>
      ) : null}
      {reading ? (
        <Note tone={reading.better ? "due" : "resolved"}>
          {t(reading.better ? "personside.accentPale" : "personside.accentGood", { ratio })}
        </Note>
      ) : null}
    </div>
  );
}
