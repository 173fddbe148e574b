/** @jsxImportSource preact */
import type { ComponentType } from "preact";
import type { PUT_OFF_DAYS_MAX, SNOOZE_DAYS_MAX } from "@/core/contracts/inbox";
import { BUTTONS_MAX, type Desk, type Drawer } from "./desk";
import type { Group } from "./groups";
import { Menu } from "./menu";
import type { PickTimeProps } from "./pick-time";
import type { ReplyProps } from "./reply-form";
import { snoozeTimes } from "./snooze-times";
import { act, press, snooze } from "./verbs";

const ITEM_DAYS_MAX: typeof SNOOZE_DAYS_MAX = 365;
const MATTER_DAYS_MAX: typeof PUT_OFF_DAYS_MAX = 90;

/** What few people open is fetched when it is first wanted. */
const late: {
  pickTime?: ComponentType<PickTimeProps>;
  reply?: ComponentType<ReplyProps>;
} = {};

async function fetchPickTime(desk: Desk): Promise<void> {
  late.pickTime = (await import("./pick-time")).PickTime;
  desk.change({});
}

async function fetchReply(desk: Desk): Promise<void> {
  late.reply = (await import("./reply-form")).ReplyForm;
  desk.change({});
}

/** Closes the drawer and gives the focus back to the row. */
function closeDrawer(desk: Desk): void {
  desk.change({ drawer: null });
}

/** What is unfolded under a row: a menu of moments, answers or more buttons, or a form. */
export function RowDrawer({ desk, group, drawer }: { desk: Desk; group: Group; drawer: Drawer }) {
  const { say, moments } = desk;
  const isRtl = desk.host.dir === "rtl";
  const close = () => closeDrawer(desk);
  const { isPicking } = drawer;

  if (drawer.kind === "snooze" || drawer.kind === "until") {
    const { action } = drawer;
    const set = (at: number) => {
      if (!action) snooze(desk, group, at);
      else void press(desk, group, { action: action.id, until: new Date(at).toISOString() });
    };
    if (isPicking) {
      if (late.pickTime)
        return (
          <late.pickTime
            desk={desk}
            label={say("at.when")}
            daysMax={action ? MATTER_DAYS_MAX : ITEM_DAYS_MAX}
            set={set}
          />
        );
      void fetchPickTime(desk);
      return null;
    }
    const times = snoozeTimes(Date.now()).map(({ key, at }) => ({
      key,
      label: say(`at.${key}`),
      hint: moments.clock(at, Date.now()),
      pick: () => set(at),
    }));
    const pick = {
      key: "pick",
      label: say("at.pick"),
      pick: () => desk.change({ drawer: { ...drawer, isPicking: true } }),
    };
    return (
      <Menu
        label={action?.label ?? say("snooze")}
        hint={say(action ? "putOff.hint" : "snooze.hint")}
        choices={[...times, pick]}
        isRtl={isRtl}
        close={close}
      />
    );
  }

  if (drawer.kind === "reply") {
    const { id } = drawer.action;
    const send = (text: string) => void press(desk, group, { action: id, text });
    if (late.reply) return <late.reply desk={desk} label={drawer.action.label} send={send} />;
    void fetchReply(desk);
    return null;
  }

  const choices =
    drawer.kind === "choice"
      ? drawer.action.choices.map((choice) => ({
          key: choice,
          label: choice,
          pick: () => void press(desk, group, { action: drawer.action.id, choice }),
        }))
      : group.asking.actions.slice(BUTTONS_MAX).map((action) => ({
          key: action.id,
          label: action.label,
          pick: () => {
            closeDrawer(desk);
            act(desk, group, action);
          },
        }));
  return (
    <Menu
      label={drawer.kind === "choice" ? drawer.action.label : say("moreActions")}
      choices={choices}
      isRtl={isRtl}
      close={close}
    />
  );
}
