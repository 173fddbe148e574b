/** @jsxImportSource preact */
import { lineKey } from "./keys";

export type Choice = { key: string; label: string; hint?: string; pick: () => void };

type Props = {
  label: string;
  choices: readonly Choice[];
  /** Under the choices, for the eye and the screen reader. */
  hint?: string | undefined;
  isRtl: boolean;
  close: () => void;
};

function focusFirst(menu: HTMLElement | null): void {
  menu?.querySelector<HTMLElement>("[role=menuitem]")?.focus({ preventScroll: true });
  menu?.parentElement?.scrollIntoView({ block: "nearest" });
}

/** A menu that takes the focus when it opens; whoever opened it gets it back. */
export function Menu({ label, choices, hint, isRtl, close }: Props) {
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    if (event.key === "Escape" || event.key === "Tab") {
      event.stopPropagation();
      if (event.key === "Escape") event.preventDefault();
      close();
      return;
    }
    event.stopPropagation();
    const lines = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=menuitem]")];
    const at = lines.indexOf(event.target as HTMLElement);
    const to = lineKey(event.key, at, lines.length, isRtl);
    if (to === null) return;
    event.preventDefault();
    lines[to]?.focus();
  };
  return (
    <div class="menu">
      <div
        role="menu"
        tabIndex={-1}
        aria-label={label}
        {...(hint ? { "aria-describedby": "fu-menu-hint" } : {})}
        onKeyDown={onKeyDown}
        ref={focusFirst}
      >
        {choices.map(({ key, label: words, hint: small, pick }) => (
          <button key={key} type="button" role="menuitem" tabIndex={-1} onClick={pick}>
            <span>{words}</span>
            {small && <small>{small}</small>}
          </button>
        ))}
      </div>
      {hint && (
        <p id="fu-menu-hint" class="hint">
          {hint}
        </p>
      )}
    </div>
  );
}
