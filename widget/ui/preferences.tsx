/** @jsxImportSource preact */
import { Component } from "preact";
import type { InboxPreferenceChange, InboxPreferences } from "@/core/contracts/inbox";
import type { Inbox, InboxFailure } from "../client/inbox";
import { failureIn } from "./failure";
import { safeHref, WEB } from "./links";
import type { Moments } from "./moments";
import type { Say } from "./say";

export type PreferencesProps = { inbox: Inbox; say: Say; moments: Moments };
type Topic = InboxPreferences["topics"][number];

const DAY_MS = 86_400_000;
/** What is on but has no address brings nothing, and looks off. */
const comes = ({ on, reachable }: Topic["channels"][number]): boolean => on && reachable;
const FREQUENCIES = [
  "as_it_happens",
  "daily",
  "weekly",
  "last_reminder",
  "off",
] as const satisfies readonly Topic["frequency"][];

type State = {
  now: InboxPreferences | null;
  /** The last change, with what takes it back. */
  said: { text: string; back: InboxPreferenceChange | null; what: string } | null;
  failed: { why: InboxFailure; again: () => void } | null;
  isSaving: boolean;
};

/** Topics with their ways and how often, and a pause of everything; each change is saved at once. */
export class Preferences extends Component<PreferencesProps, State> {
  override state: State = { now: null, said: null, failed: null, isSaving: false };

  override componentDidMount() {
    void this.#fetch();
  }

  async #fetch() {
    try {
      this.setState({ now: await this.props.inbox.preferences(), failed: null });
    } catch (error) {
      this.setState({ failed: { why: failureIn(error), again: () => void this.#fetch() } });
    }
  }

  async #save(
    change: InboxPreferenceChange,
    what: string,
    back: InboxPreferenceChange | null,
  ): Promise<void> {
    if (this.state.isSaving) return;
    const { inbox, say } = this.props;
    this.setState({ isSaving: true, failed: null });
    try {
      const now = await inbox.changePreferences(change);
      const text = say(back ? "prefs.saved" : "prefs.undone", { what });
      this.setState({ now, said: { text, back, what } });
    } catch (error) {
      const again = () => void this.#save(change, what, back);
      this.setState({ said: null, failed: { why: failureIn(error), again } });
    }
    this.setState({ isSaving: false });
  }

  #pause(days: number) {
    const { say } = this.props;
    const pausedUntil = new Date(Date.now() + days * DAY_MS).toISOString();
    void this.#save({ pausedUntil }, say("prefs.pause"), { pausedUntil: null });
  }

  render({ say }: PreferencesProps, { now, said, failed }: State) {
    const url = safeHref(now?.url, WEB);
    const back = said?.back;
    return (
      <div class="prefs">
        {now && this.#pauses(now)}
        {now?.topics.map((topic) => this.#topic(topic))}
        {!now && !failed && <p class="hint">{say("loading")}</p>}
        <p class="status" role="status">
          {failed ? say(`fail.${failed.why}`) : (said?.text ?? "")}{" "}
          {back && said && (
            <button
              type="button"
              class="link"
              onClick={() => void this.#save(back, said.what, null)}
            >
              {say("undo")}
            </button>
          )}
          {failed && (
            <button type="button" class="link" onClick={failed.again}>
              {say("retry")}
            </button>
          )}
        </p>
        {url && (
          <p>
            <a href={url} target="_blank" rel="noopener noreferrer" title={say("newTab")}>
              {say("prefs.all")}
            </a>
          </p>
        )}
      </div>
    );
  }

  #pauses({ pausedUntil }: InboxPreferences) {
    const { say, moments } = this.props;
    if (pausedUntil !== null)
      return (
        <div class="pause">
          <p>
            {say("prefs.paused", { until: moments.short(Date.parse(pausedUntil), Date.now()) })}
          </p>
          <button
            type="button"
            part="button"
            class="button first"
            onClick={() =>
              void this.#save({ pausedUntil: null }, say("prefs.resume"), { pausedUntil })
            }
          >
            {say("prefs.resume")}
          </button>
        </div>
      );
    return (
      <div class="pause">
        <p>{say("prefs.running")}</p>
        <fieldset class="buttons">
          <legend>{say("prefs.pause")}</legend>
          <button type="button" part="button" class="button" onClick={() => this.#pause(1)}>
            {say("prefs.day")}
          </button>
          <button type="button" part="button" class="button" onClick={() => this.#pause(7)}>
            {say("prefs.week")}
          </button>
        </fieldset>
      </div>
    );
  }

  #topic({ key, name, description, required, frequency, channels }: Topic) {
    const { say } = this.props;
    const on = channels.filter(comes).length;
    return (
      <fieldset key={key} class="topic">
        <legend dir="auto">{name}</legend>
        {description && (
          <p class="hint" dir="auto">
            {description}
          </p>
        )}
        {required && <p class="hint">{say("prefs.required")}</p>}
        <div class="channels">
          {channels.map((one) => {
            const label = say(`prefs.${one.channel}`);
            const what = say("prefs.channelOf", { channel: label, topic: name });
            const change = { topic: key, channel: one.channel };
            const whyId = one.reachable ? undefined : `fu-why-${key}-${one.channel}`;
            return (
              <label key={one.channel}>
                <input
                  type="checkbox"
                  checked={comes(one)}
                  aria-label={what}
                  aria-describedby={whyId}
                  disabled={!one.reachable || (required && one.on && on === 1)}
                  onChange={(event) => {
                    const isOn = event.currentTarget.checked;
                    void this.#save({ ...change, on: isOn }, what, { ...change, on: !isOn });
                  }}
                />
                <span>
                  {label}
                  {whyId && (
                    <small class="hint" id={whyId}>
                      {" "}
                      {say("prefs.unreachable")}
                    </small>
                  )}
                </span>
              </label>
            );
          })}
        </div>
        <label class="often">
          <span>{say("prefs.often")}</span>
          <select
            value={frequency}
            aria-label={`${say("prefs.often")}: ${name}`}
            onChange={(event) => {
              const chosen = FREQUENCIES.find((one) => one === event.currentTarget.value);
              if (!chosen) return;
              void this.#save(
                { topic: key, frequency: chosen },
                `${name}, ${say(`prefs.${chosen}`)}`,
                { topic: key, frequency },
              );
            }}
          >
            {FREQUENCIES.filter((one) => !(required && one === "off")).map((one) => (
              <option key={one} value={one} selected={one === frequency}>
                {say(`prefs.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </fieldset>
    );
  }
}

export const PREFERENCES_STYLE = /* css */ `
.prefs{padding:12px;display:grid;gap:16px}
.prefs fieldset{border:0;margin:0;padding:0;min-width:0}
.prefs legend{padding:0;font-weight:600}
.prefs .pause{display:grid;gap:8px;padding:12px;border-radius:var(--rb);background:var(--sf)}
.prefs .pause legend{font-weight:400;margin-bottom:4px}
.prefs .topic{padding-bottom:16px;border-bottom:1px solid var(--bd)}
.prefs .channels{display:flex;flex-wrap:wrap;gap:4px 16px;margin-top:8px}
.prefs .channels label{display:flex;align-items:center;gap:6px;min-height:var(--h)}
.prefs input{width:16px;height:16px;margin:0;accent-color:var(--a)}
.prefs .often{display:flex;flex-wrap:wrap;align-items:center;gap:4px 12px;margin-top:4px}
.prefs select{min-height:var(--h);max-width:100%;padding:2px 8px;border:1px solid var(--ed);border-radius:var(--rb);background:var(--bg)}
.prefs .status{position:sticky;bottom:0;min-height:20px;padding-block:4px;background:var(--bg)}
`;
