"use client";

import { useReactFlow } from "@xyflow/react";
import { Maximize, Minus, Plus } from "lucide-react";
import { useText } from "@/components/text/text-provider";
import { IconButton } from "@/components/ui/button";

import type { Layout } from "./layout";

const PADDING = 0.1;

/** Zoom for pointers; the keys do the same. */
export function ZoomButtons({ layout }: { layout: Layout }) {
  const t = useText();
  const flow = useReactFlow();
  return (
    <div className="ft-zoom">
      <IconButton size="sm" label={t("editor.zoomIn")} keys="+" onPress={() => void flow.zoomIn()}>
        <Plus aria-hidden="true" />
      </IconButton>
      <IconButton
        size="sm"
        label={t("editor.zoomOut")}
        keys="-"
        onPress={() => void flow.zoomOut()}
      >
        <Minus aria-hidden="true" />
      </IconButton>
      <IconButton
        size="sm"
        label={t("editor.fit")}
        keys="1"
        onPress={() => void flow.fitBounds({ ...layout, x: 0, y: 0 }, { padding: PADDING })}
      >
        <Maximize aria-hidden="true" />
      </IconButton>
    </div>
  );
}
