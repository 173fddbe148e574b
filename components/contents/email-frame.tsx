"use client";

import { useEffect, useRef, useState } from "react";

/** What a mail program on a desk gives a message; a narrower place shows it smaller, not narrower. */
const DESKTOP_PX = 680;
const PHONE_PX = 375;
const HEIGHT_PX = 560;
/** A message that is shown smaller needs less height, too. */
const SHORTEST = 0.6;

/** An email in a frame without scripts, forms or our origin. */
export function EmailFrame({
  title,
  html,
  scheme,
  device,
}: {
  title: string;
  html: string;
  scheme: "light" | "dark";
  device: "desktop" | "phone";
}) {
  const place = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(DESKTOP_PX);
  useEffect(() => {
    const { current } = place;
    if (!current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setRoom(entry.contentRect.width);
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  const wanted = device === "phone" ? PHONE_PX : Math.max(DESKTOP_PX, room);
  const scale = Math.min(1, room / wanted);
  const height = HEIGHT_PX * Math.max(SHORTEST, scale);
  return (
    <div ref={place} className="w-full overflow-hidden" style={{ height }}>
      <iframe
        title={title}
        srcDoc={html}
        sandbox=""
        className="rounded-lg border border-ft-border bg-white"
        style={{
          colorScheme: scheme,
          width: wanted,
          height: height / scale,
          transform: `scale(${scale})`,
          transformOrigin: "top left",
        }}
      />
    </div>
  );
}
