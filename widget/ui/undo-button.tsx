/** @jsxImportSource preact */
import { Component } from "preact";
import type { Say } from "./say";

const SECONDS_SHOWN_MAX = 60;

type Props = { say: Say; until: number; onUndo: () => void };

/** "Undo (8 s)", as long as it can be; the seconds are for the eye only. */
export class UndoButton extends Component<Props> {
  #timer = 0;

  override componentDidMount() {
    this.#timer = window.setInterval(() => this.forceUpdate(), 1_000);
  }

  override componentWillUnmount() {
    clearInterval(this.#timer);
  }

  render({ say, until, onUndo }: Props) {
    const left = Math.ceil((until - Date.now()) / 1_000);
    if (left <= 0) return null;
    return (
      <button type="button" class="link undo" onClick={onUndo}>
        {say("undo")}
        {left <= SECONDS_SHOWN_MAX && (
          <span aria-hidden="true"> ({say("undo.in", { n: left })})</span>
        )}
      </button>
    );
  }
}
