/** @jsxImportSource preact */
import { Component } from "preact";
import type { REPLY_CHARS_MAX } from "@/core/contracts/inbox";
import type { Desk } from "./desk";
import { FormFoot } from "./form-foot";

const CHARS_MAX: typeof REPLY_CHARS_MAX = 280;
/** From here on, what is left is read out. */
const CHARS_FEW = 20;

export type ReplyProps = { desk: Desk; label: string; send: (text: string) => void };

/** A short reply, with how much of it is left. */
export class ReplyForm extends Component<ReplyProps, { text: string }> {
  override state = { text: "" };
  #field: HTMLTextAreaElement | null = null;

  override componentDidMount() {
    this.#field?.focus();
  }

  render({ desk, label, send }: ReplyProps) {
    const { say } = desk;
    const text = this.state.text.trim();
    const left = CHARS_MAX - this.state.text.length;
    const submit = (event: Event) => {
      event.preventDefault();
      if (text !== "") send(text);
    };
    return (
      <form class="menu form" onSubmit={submit}>
        <label>
          {label}
          <textarea
            rows={3}
            maxLength={CHARS_MAX}
            required
            dir="auto"
            placeholder={say("reply.label")}
            onInput={(event) => this.setState({ text: event.currentTarget.value })}
            ref={(field) => {
              this.#field = field;
            }}
          />
        </label>
        <p class="hint" {...(left <= CHARS_FEW ? { role: "status" } : {})}>
          {say("reply.left", { n: left })}
        </p>
        <FormFoot desk={desk} label={say("send")} />
      </form>
    );
  }
}
