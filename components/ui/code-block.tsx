import { CopyButton } from "./copy-button";

/** A piece of code that scrolls in its frame, with a button that copies `copy`, otherwise what is shown. */
export function CodeBlock({
  text,
  label,
  copy = text,
  isLong = false,
}: {
  text: string;
  /** What the button says. */
  label: string;
  copy?: string;
  isLong?: boolean;
}) {
  return (
    <div className="relative">
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
        tabIndex={0}
        className={`overflow-auto rounded-md bg-ft-sunken p-4 pe-12 text-xs ${isLong ? "max-h-120" : ""}`}
      >
        <code>{text}</code>
      </pre>
      <div className="absolute end-2 top-2">
        <CopyButton text={copy} label={label} />
      </div>
    </div>
  );
}
