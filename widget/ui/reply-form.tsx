/** @jsxImportSource preact */
import { Component } from "preact";
import type { Desk } from "./desk";

/** As the server takes it, see REPLY_CHARS_MAX. */
const CHARS_MAX = 280;
/** From here on, what is left is read out. */
const CHARS_FEW = 20;

type Props = { desk: Desk; label: string; send: (text: string) => void };

/** A short reply, with how much of it is left. */
export class ReplyForm extends Component<Props, { text: string }> {
  override state = { text: "" };
  #field: HTMLTextAreaElement | null = null;

  override componentDidMount() {
    this.#field?.focus();
  }

  render({ desk, label, send }: Props) {
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
        <div class="buttons">
          <button type="submit" part="button" class="button first">
            {say("send")}
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
}
