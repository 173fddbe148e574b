/** @jsxImportSource preact */
import type { Desk } from "./desk";

/** The end of a row's form: what it does, and the way out. */
export function FormFoot({ desk, label }: { desk: Desk; label: string }) {
  return (
    <div class="buttons">
      <button type="submit" part="button" class="button first">
        {label}
      </button>
      <button
        type="button"
        part="button"
        class="button"
        onClick={() => desk.change({ drawer: null })}
      >
        {desk.say("cancel")}
      </button>
    </div>
  );
}
