/** @jsxImportSource preact */

/** Outlines of 16 px on a grid of 24, from Lucide. */
const OUTLINES = {
  settings: "M4 7h9m4 0h3M4 17h3m4 0h9M15 5v4M9 15v4",
  close: "m6 6 12 12M18 6 6 18",
  snooze: "M12 6v6l4 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18",
  read: "m5 12 5 5L20 7",
  unread: "M4 6h16v12H4zM4 7l8 6 8-6",
  archive: "M3 4h18v5H3zM5 9v11h14V9M10 13h4",
  back: "M9 14 4 9l5-5M4 9h9a6 6 0 0 1 0 12h-3",
  more: "M4.5 11.5h1v1h-1zm7 0h1v1h-1zm7 0h1v1h-1z",
  up: "M12 19V5m-6 6 6-6 6 6",
} as const;

export function Icon({ name }: { name: keyof typeof OUTLINES }) {
  return (
    <svg viewBox="0 0 24 24" class="icon" aria-hidden="true">
      <path d={OUTLINES[name]} />
    </svg>
  );
}
