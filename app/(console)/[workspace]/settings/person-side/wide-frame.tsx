"use client";

import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from "react";

/** As wide as a window on a desk, so that a page lays itself out as it does there. */
const DESK_PX = 1_024;

/** Shows a frame as wide as on a desk, drawn smaller where there is less room. */
export function WideFrame({ frame }: { frame: (style: CSSProperties) => ReactNode }) {
  const room = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(1);
  useEffect(() => {
    if (!room.current) return;
    const watching = new ResizeObserver(([seen]) => {
      if (seen) setScale(Math.min(1, seen.contentRect.width / DESK_PX));
    });
    watching.observe(room.current);
    return () => watching.disconnect();
  }, []);
  return (
    <div
      ref={room}
      dir="ltr"
      className="h-[min(75vh,52rem)] w-full overflow-hidden border border-ft-subtle"
    >
      {frame({
        width: scale < 1 ? DESK_PX : "100%",
        height: `${100 / scale}%`,
        transform: `scale(${scale})`,
        transformOrigin: "0 0",
      })}
    </div>
  );
}
