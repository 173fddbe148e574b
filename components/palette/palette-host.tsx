"use client";

import { type ComponentType, useEffect, useState } from "react";
import { useOverlay } from "@/components/shell/overlay";
import type { Role } from "@/core/operator/role";
import { SECOND_MS } from "@/core/time";
import { useRecorder } from "./use-recorder";

/** Fetched when the page has nothing else to do, so that the first opening is as quick as any. */
const IDLE_MS = 1 * SECOND_MS;

type Props = { slug: string; role: Role };
type PaletteType = ComponentType<Props>;

export function PaletteHost({ slug, role }: Props) {
  const open = useOverlay() === "palette";
  const [Palette, setPalette] = useState<PaletteType>();
  useRecorder(slug);
  useEffect(() => {
    if (Palette) return;
    const load = () =>
      import("./palette").then((module) => setPalette(() => module.Palette as PaletteType));
    if (open) {
      load();
      return;
    }
    const timer = setTimeout(load, IDLE_MS);
    return () => clearTimeout(timer);
  }, [Palette, open]);
  return open && Palette ? <Palette slug={slug} role={role} /> : null;
}
