"use client";

import { Pencil } from "lucide-react";
import { useLocale, useText } from "@/components/text/text-provider";
import { initialsOf } from "@/components/ui/initials";
import type { Presence } from "./use-presence";

const SHOWN_MAX = 4;

/** The others who have this editor open, and which of them writes. */
export function Viewers({ presence }: { presence: Presence }) {
  const t = useText();
  const locale = useLocale();
  const { writerId } = presence;
  const isWriter = ({ id }: { id: string }) => id === writerId;
  const others = presence.others.toSorted((a, b) => Number(isWriter(b)) - Number(isWriter(a)));
  if (others.length === 0) return null;
  const shown = others.slice(0, others.length > SHOWN_MAX ? SHOWN_MAX - 1 : SHOWN_MAX);
  const more = others.slice(shown.length).map(({ name }) => name);
  const moreNames = new Intl.ListFormat(locale).format(more);
  return (
    <ul aria-label={t("presence.others")} className="flex -space-x-1">
      {shown.map((one) => {
        const { id, name, asks } = one;
        const does = isWriter(one) ? "editing" : asks ? "asking" : "viewing";
        return (
          <li key={id}>
            <Disc label={t("presence.does", { name, does })} isWriting={isWriter(one)}>
              {initialsOf(name)}
            </Disc>
          </li>
        );
      })}
      {more.length === 0 ? null : (
        <li>
          <Disc label={t("presence.more", { names: moreNames })}>+{more.length}</Disc>
        </li>
      )}
    </ul>
  );
}

function Disc({
  label,
  isWriting = false,
  children,
}: {
  label: string;
  isWriting?: boolean;
  children: React.ReactNode;
}) {
  const look = isWriting
    ? "border-ft-accent bg-ft-accent-soft text-ft-accent-text"
    : "border-ft-strong bg-ft-sunken text-ft-2";
  return (
    <span
      role="img"
      aria-label={label}
      title={label}
      className={`relative grid size-7 place-items-center rounded-full border text-2xs ${look}`}
    >
      {children}
      {isWriting ? (
        <span className="absolute -end-1 -bottom-1 grid size-3.5 place-items-center rounded-full bg-ft-surface text-ft-accent-text">
          <Pencil aria-hidden="true" size={10} />
        </span>
      ) : null}
    </span>
  );
}
