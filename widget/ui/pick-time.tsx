/** @jsxImportSource preact */
import type { Desk } from "./desk";
import { localText } from "./snooze-times";

const HOUR_MS = 3_600_000;

type Props = { desk: Desk; label: string; set: (at: number) => void };

const takeFocus = (field: HTMLInputElement | null): void => field?.focus();

/** Any moment to come, in the browser's zone. */
export function PickTime({ desk, label, set }: Props) {
  const { say } = desk;
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const field = event.currentTarget.elements.namedItem("at");
    if (!(field instanceof HTMLInputElement)) return;
    const at = new Date(field.value).getTime();
    field.setCustomValidity(at > Date.now() ? "" : say("at.past"));
    if (field.reportValidity()) set(at);
  };
  const unsay = (event: Event & { currentTarget: HTMLInputElement }) =>
    event.currentTarget.setCustomValidity("");
  return (
    <form class="menu form" onSubmit={submit}>
      <label>
        {label}
        <input
          name="at"
          type="datetime-local"
          required
          defaultValue={localText(Date.now() + HOUR_MS)}
          onInput={unsay}
          ref={takeFocus}
        />
      </label>
      <div class="buttons">
        <button type="submit" part="button" class="button first">
          {say("at.set")}
        </button>
        <button
          type="button"
          part="button"
          class="button"
          onClick={() => desk.change({ drawer: null })}
        >
          {say("cancel")}
        </button>
      </div>
    </form>
  );
}
