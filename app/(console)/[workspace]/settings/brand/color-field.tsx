"use client";

import { Marked, SavedMark } from "@/components/settings/saved-mark";
import { type SaveResult, useSaved } from "@/components/settings/use-saved";
import { useLocale, useText } from "@/components/text/text-provider";
import { TextField } from "@/components/ui/field";
import { brandFill } from "@/core/template/brand-colour";
import { contrast, readableOn } from "@/core/template/colour";

const HEX = /^#[0-9a-f]{6}$/i;
const READABLE_MIN = 4.5;

/** A colour with what becomes of it where it has to be readable. */
export function ColorField({
  initial,
  locked,
  save,
  onEdit,
}: {
  initial: string;
  locked: boolean;
  save: (value: string) => Promise<SaveResult>;
  onEdit: (value: string) => void;
}) {
  const t = useText();
  const { value, status, edit, commit, undo } = useSaved(initial, save);
  const isColor = HEX.test(value);
  const show = (next: string) => {
    edit(next);
    onEdit(next);
  };
  const label = t("settings.color");
  return (
    <div className="grid gap-3">
      <Marked
        mark={
          <SavedMark
            status={status}
            field={label}
            undo={() => {
              undo();
              onEdit(initial);
            }}
          />
        }
      >
        <div className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            <TextField
              label={label}
              hint={t("settings.colorHint")}
              error={status.kind === "failed" ? status.message : undefined}
              placeholder="#0a66c2"
              maxLength={7}
              className="font-mono"
              value={value}
              readOnly={locked}
              onChange={(event) => show(event.target.value)}
              onBlur={() => void commit(value.trim())}
              onKeyDown={(event) => {
                if (event.key === "Enter") void commit(value.trim());
              }}
            />
          </div>
          <input
            type="color"
            aria-label={t("settings.colorPick")}
            className="mt-6 h-(--ft-control) w-12 shrink-0 cursor-pointer rounded-md border border-ft-control bg-ft-surface p-1"
            value={isColor ? value : "#1c1f26"}
            disabled={locked}
            onChange={(event) => show(event.target.value)}
            onBlur={() => void commit(value)}
          />
        </div>
      </Marked>
      {isColor ? <Contrasts color={value} /> : null}
    </div>
  );
}

/** Emails take the colour as it is and choose the words on it; pages move its lightness until it reads. */
function Contrasts({ color }: { color: string }) {
  const t = useText();
  const number = new Intl.NumberFormat(useLocale(), { maximumFractionDigits: 1 });
  const onEmail = readableOn(color);
  const swatches = [
    { name: t("settings.colorEmail"), fill: color, on: onEmail, moved: false },
    ...(["light", "dark"] as const).flatMap((scheme) => {
      const made = brandFill(color, scheme);
      const name = t(scheme === "light" ? "settings.colorLight" : "settings.colorDark");
      return made ? [{ name, ...made, moved: made.fill !== color.toLowerCase() }] : [];
    }),
  ];
  return (
    <ul className="grid gap-2">
      {swatches.map(({ name, fill, on, moved }) => {
        const ratio = contrast(fill, on);
        return (
          <li key={name} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span
              className="grid h-8 w-28 place-items-center rounded-md border border-ft-subtle text-xs font-semibold"
              style={{ background: fill, color: on }}
            >
              {t("settings.colorSample")}
            </span>
            <span>{name}</span>
            <code className="text-xs">{fill}</code>
            <span className="text-ft-2">
              {t("settings.colorRatio", {
                ratio: number.format(ratio),
                enough: ratio >= READABLE_MIN ? "yes" : "no",
              })}
              {moved ? ` ${t("settings.colorMoved")}` : ""}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
