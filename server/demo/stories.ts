/** What somebody does, or a system reports, in the course of a case. */
export type Act =
  | { do: "event"; name: string }
  | { do: "promise"; days: number }
  | { do: "repeat"; dueInDays: number }
  | { do: "action"; name: string }
  | { do: "reply" }
  | { do: "acknowledge" }
  | { do: "snooze"; days: number }
  | { do: "bounce"; text: string }
  | { do: "unsubscribe" }
  | { do: "pause"; days: number }
  | { do: "resolve"; note: string }
  | { do: "cancel"; reason: string }
  | { do: "reassign"; to: { team: string } | { personId: string } }
  | { do: "escalate" }
  | { do: "due"; inDays: number }
  | { do: "note"; text: string }
  | { do: "reopen" };

/** Minutes: somewhere between the two. */
export type Delay = readonly [number, number];

/**
 * One turn of a story: when a message of step `on` has reached somebody (or the case was opened),
 * `act` follows after a while, and `next` what follows from that.
 */
export type Beat = {
  on: "opened" | (string & {});
  /** Whose message it is: the primary person's, or that of somebody who was brought in. */
  who?: "person" | "others";
  level?: number;
  after: Delay;
  act: Act;
  next?: readonly { after: Delay; act: Act }[];
};

/** How a person behaves: how likely they open an email, and what they do. */
export type Story = { opens: number; beats: readonly Beat[] };

const HOUR = 60;
const DAY = 24 * HOUR;

const paid: Act = { do: "event", name: "invoice.paid" };
const byOthers = (level: number, after: Delay, next: Beat["next"] = []): Beat => ({
  on: "escalate",
  who: "others",
  level,
  after,
  act: { do: "acknowledge" },
  next,
});
const story = (opens: number, ...beats: Beat[]): Story => ({ opens, beats });

export const INVOICE_STORIES = {
  paysAtOnce: story(0.9, { on: "first", after: [3 * HOUR, 5 * DAY], act: paid }),
  paysAfterReminder: story(0.8, { on: "remind", after: [HOUR, 2 * DAY], act: paid }),
  pressesPaid: story(0.9, {
    on: "remind",
    after: [20, 9 * HOUR],
    act: { do: "action", name: "paid" },
  }),
  paysOnDueDay: story(0.4, { on: "due-notice", after: [HOUR, 3 * HOUR], act: paid }),
  paysAfterText: story(0.1, { on: "due-notice", after: [5 * HOUR, 20 * HOUR], act: paid }),
  promises: story(1, {
    on: "due-notice",
    after: [HOUR, 3 * HOUR],
    act: { do: "promise", days: 5 },
    next: [{ after: [3 * DAY, 4 * DAY], act: paid }],
  }),
  breaksPromise: story(0.2, {
    on: "due-notice",
    after: [HOUR, 2 * HOUR],
    act: { do: "promise", days: 3 },
    next: [{ after: [11 * DAY, 13 * DAY], act: paid }],
  }),
  paysAfterFinal: story(0.5, { on: "final-notice", after: [2 * HOUR, 3 * DAY], act: paid }),
  acknowledgedThenPaid: story(
    0.3,
    byOthers(
      1,
      [HOUR, 6 * HOUR],
      [
        {
          after: [30, 50],
          act: { do: "note", text: "Called: they wait for a signature, payment this week." },
        },
        { after: [DAY, 3 * DAY], act: paid },
      ],
    ),
  ),
  acknowledgedAndOpen: story(
    0.3,
    byOthers(
      1,
      [HOUR, 3 * HOUR],
      [
        {
          after: [60, 90],
          act: {
            do: "note",
            text: "Agreed to pay in two parts, first part by the end of the month.",
          },
        },
      ],
    ),
  ),
  financeTakesOver: story(
    0,
    byOthers(
      2,
      [HOUR, 5 * HOUR],
      [{ after: [2 * DAY, 3 * DAY], act: { do: "resolve", note: "Settled with the next order." } }],
    ),
  ),
  nobodyAnswers: story(0.1),
  wrongInvoice: story(0.9, {
    on: "first",
    after: [4 * HOUR, 2 * DAY],
    act: { do: "cancel", reason: "Wrong amount, replaced by a new invoice" },
  }),
  rejected: story(0, {
    on: "opened",
    after: [4 * HOUR, 6 * HOUR],
    act: { do: "cancel", reason: "The currency could not be read; sent again" },
  }),
  snoozes: story(1, {
    on: "remind",
    after: [30, 3 * HOUR],
    act: { do: "snooze", days: 6 },
    next: [{ after: [7 * DAY, 8 * DAY], act: paid }],
  }),
  reopened: story(0.8, {
    on: "remind",
    after: [HOUR, 5 * HOUR],
    act: { do: "action", name: "paid" },
    next: [
      { after: [DAY, 2 * DAY], act: { do: "reopen" } },
      { after: [20, 40], act: { do: "note", text: "The bank sent the payment back." } },
      { after: [5 * DAY, 7 * DAY], act: paid },
    ],
  }),
  bounces: story(0, {
    on: "first",
    after: [1, 2],
    act: { do: "bounce", text: "550 5.1.1 The mailbox does not exist" },
    next: [
      {
        after: [2 * DAY, 3 * DAY],
        act: { do: "note", text: "Address is wrong, asked sales for the new one." },
      },
    ],
  }),
  unsubscribes: story(1, {
    on: "first",
    after: [2 * HOUR, 4 * HOUR],
    act: { do: "unsubscribe" },
    next: [{ after: [15 * DAY, 17 * DAY], act: paid }],
  }),
  getsMoreTime: story(0.7, {
    on: "remind",
    after: [HOUR, 4 * HOUR],
    act: { do: "due", inDays: 10 },
    next: [{ after: [8 * DAY, 11 * DAY], act: paid }],
  }),
  sentAgain: story(0.7, {
    on: "first",
    after: [DAY, 2 * DAY],
    act: { do: "repeat", dueInDays: 20 },
    next: [{ after: [9 * DAY, 12 * DAY], act: paid }],
  }),
  escalatedByHand: story(0.2, {
    on: "final-notice",
    after: [3 * HOUR, 5 * HOUR],
    act: { do: "escalate" },
    next: [{ after: [DAY, 2 * DAY], act: paid }],
  }),
  goesOnHoliday: story(0.2, { on: "opened", after: [1, 2], act: { do: "pause", days: 9 } }),
} as const satisfies Record<string, Story>;

const renewed: Act = { do: "event", name: "subscription.renewed" };
export const RENEWAL_STORIES = {
  renewsEarly: story(0.9, { on: "announce", after: [5 * HOUR, 12 * DAY], act: renewed }),
  renewsInLastWeek: story(0.7, {
    on: "remind",
    after: [2 * HOUR, 4 * DAY],
    act: { do: "action", name: "renew" },
  }),
  renewsOnLastDay: story(0.3, { on: "last-call", after: [40, 9 * HOUR], act: renewed }),
  cancels: story(1, {
    on: "remind",
    after: [6 * HOUR, 3 * DAY],
    act: { do: "event", name: "cancel.confirmed" },
  }),
  decidesLater: story(1, {
    on: "announce",
    after: [HOUR, 6 * HOUR],
    act: { do: "snooze", days: 14 },
    next: [{ after: [16 * DAY, 20 * DAY], act: renewed }],
  }),
  savedByCall: story(
    0.2,
    byOthers(
      1,
      [HOUR, 5 * HOUR],
      [
        {
          after: [DAY, 2 * DAY],
          act: { do: "resolve", note: "Renewed on the phone, ten seats fewer." },
        },
      ],
    ),
  ),
  savedByTeam: story(0.2, byOthers(2, [HOUR, 4 * HOUR], [{ after: [DAY, 3 * DAY], act: renewed }])),
  lapses: story(0.1),
} as const satisfies Record<string, Story>;

export const TICKET_STORIES = {
  repliesAtOnce: story(0.9, { on: "ask", after: [20, 20 * HOUR], act: { do: "reply" } }),
  repliesInPortal: story(0.8, {
    on: "ask",
    after: [4 * HOUR, 30 * HOUR],
    act: { do: "event", name: "ticket.customer_replied" },
  }),
  repliesAfterReminder: story(0.7, { on: "remind", after: [30, 24 * HOUR], act: { do: "reply" } }),
  solvedItself: story(0.9, {
    on: "remind",
    after: [HOUR, 20 * HOUR],
    act: { do: "action", name: "solved" },
  }),
  neverReplies: story(0.3),
  leadSteps: story(
    0.2,
    byOthers(1, [30, 3 * HOUR], [{ after: [2 * HOUR, 8 * HOUR], act: { do: "reply" } }]),
  ),
  handedOver: story(0.5, {
    on: "ask",
    after: [2 * HOUR, 5 * HOUR],
    act: { do: "reassign", to: { personId: "emp_11" } },
    next: [{ after: [DAY, 2 * DAY], act: { do: "reply" } }],
  }),
} as const satisfies Record<string, Story>;

const submitted: Act = { do: "event", name: "review.submitted" };
export const REVIEW_STORIES = {
  quick: story(0.9, { on: "request", after: [HOUR, 20 * HOUR], act: submitted }),
  afterHalf: story(0.6, {
    on: "nudge",
    after: [HOUR, 10 * HOUR],
    act: { do: "action", name: "reviewed" },
  }),
  lastMinute: story(0.5, { on: "last-call", after: [2 * HOUR, 8 * HOUR], act: submitted }),
  managerHelps: story(
    0.3,
    byOthers(1, [30, 4 * HOUR], [{ after: [3 * HOUR, DAY], act: submitted }]),
  ),
  leadHelps: story(
    0.2,
    byOthers(
      2,
      [30, 4 * HOUR],
      [{ after: [3 * HOUR, DAY], act: { do: "action", name: "reviewed" } }],
    ),
  ),
  handedOver: story(0.5, {
    on: "nudge",
    after: [HOUR, 3 * HOUR],
    act: { do: "reassign", to: { team: "product" } },
    next: [{ after: [5 * HOUR, DAY], act: submitted }],
  }),
  stuck: story(0.1),
} as const satisfies Record<string, Story>;

const ack: Act = { do: "action", name: "ack" };
export const INCIDENT_STORIES = {
  atOnce: story(0, { on: "call", after: [1, 3], act: ack }),
  atSecondCall: story(0, { on: "call-again", after: [1, 3], act: ack }),
  backup: story(0, { on: "escalate", who: "others", level: 1, after: [1, 4], act: ack }),
  manager: story(0, { on: "escalate", who: "others", level: 2, after: [2, 6], act: ack }),
  ciso: story(0, {
    on: "escalate",
    who: "others",
    level: 3,
    after: [2, 6],
    act: { do: "event", name: "incident.resolved" },
  }),
  nobody: story(0),
  falseAlarm: story(0, {
    on: "call",
    after: [2, 4],
    act: { do: "cancel", reason: "False alarm: a planned test" },
  }),
} as const satisfies Record<string, Story>;
