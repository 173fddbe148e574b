/** @jsxImportSource preact */
import type { Desk } from "./desk";
import { FormFoot } from "./form-foot";
import { localText } from "./snooze-times";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export type PickTimeProps = {
  desk: Desk;
  label: string;
  /** How far ahead the server takes a moment. */
  daysMax: number;
  set: (at: number) => void;
};

const takeFocus = (field: HTMLInputElement | null): void => field?.focus();

/** Any moment to come, in the browser's zone. */
export function PickTime({ desk, label, daysMax, set }: PickTimeProps) {
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
          max={localText(Date.now() + daysMax * DAY_MS)}
          onInput={unsay}
          ref={takeFocus}
        />
      </label>
      <FormFoot desk={desk} label={say("at.set")} />
    </form>
  );
}
