import { button, HELLO, NEED_HELP, OPEN_CASE, TAKE_ON, template, WHO } from "./starter";

const CONFIRM = button(
  { id: "confirmed", kind: "complete" },
  { en: "I will be there", de: "Ich komme" },
);
const MOVE = button(
  { id: "move", kind: "link", url: "{{ data.url }}" },
  { en: "Choose another time", de: "Anderen Termin wählen" },
);
const CANCEL = button(
  { id: "cancel", kind: "complete" },
  { en: "Cancel it", de: "Termin absagen" },
);
const asked = { en: [CONFIRM.en, MOVE.en, CANCEL.en], de: [CONFIRM.de, MOVE.de, CANCEL.de] };

const WHEN = {
  en: '{% if due %}{{ due | date: "day" }}, {{ due | time }}{% else %}the agreed time{% endif %}',
  de: '{% if due %}{{ due | date: "day" }}, {{ due | time }} Uhr{% else %}zur vereinbarten Zeit{% endif %}',
};

/** What the appointment workflow says: when, where, and how to confirm, move or cancel in one press. */
export const appointmentContent = {
  "appointment-booked": template("email", {
    en: {
      subject: "Booked: {{ data.title }}",
      preheader: `${WHEN.en}, {{ data.place }}`,
      body: `${HELLO.en}

your appointment is booked: **{{ data.title }}** on **${WHEN.en}**, {{ data.place }}.

Please come on time, so that nobody has to wait. If it does not suit you, please choose another time before that day.`,
      actions: [MOVE.en, CANCEL.en],
    },
    de: {
      subject: "Gebucht: {{ data.title }}",
      preheader: `${WHEN.de}, {{ data.place }}`,
      body: `${HELLO.de}

Ihr Termin ist gebucht: **{{ data.title }}**, **${WHEN.de}**, {{ data.place }}.

Bitte kommen Sie pünktlich, damit niemand warten muss. Wenn der Termin nicht passt, wählen Sie bitte spätestens am Tag davor einen anderen.`,
      actions: [MOVE.de, CANCEL.de],
    },
  }),
  "appointment-booked-app": template("in_app", {
    en: {
      title: "Booked: {{ data.title }}",
      body: `${WHEN.en}, {{ data.place }}. If you cannot come then, please choose another time before that day.`,
      actions: [MOVE.en, CANCEL.en],
    },
    de: {
      title: "Gebucht: {{ data.title }}",
      body: `${WHEN.de}, {{ data.place }}. Wenn der Termin nicht passt, wählen Sie bitte spätestens am Tag davor einen anderen.`,
      actions: [MOVE.de, CANCEL.de],
    },
  }),
  "appointment-confirm": template("email", {
    en: {
      subject: "Will you come? {{ data.title }} {{ due | relative }}",
      preheader: `${WHEN.en}, {{ data.place }}`,
      body: `${HELLO.en}

**{{ data.title }}** is on **${WHEN.en}**, {{ data.place }}. Will you be there?

Please tell us within a day, with one press. If you cannot come, we gladly give your time to somebody who is waiting. If we hear nothing, our front desk will call you.`,
      actions: asked.en,
    },
    de: {
      subject: "Kommen Sie? {{ data.title }} {{ due | relative }}",
      preheader: `${WHEN.de}, {{ data.place }}`,
      body: `${HELLO.de}

Ihr Termin: **{{ data.title }}**, **${WHEN.de}**, {{ data.place }}. Kommen Sie?

Bitte sagen Sie es uns innerhalb eines Tages, ein Druck genügt. Wenn Sie nicht können, geben wir die Zeit gern an jemanden, der wartet. Hören wir nichts, ruft unser Empfang Sie an.`,
      actions: asked.de,
    },
  }),
  "appointment-confirm-push": template("push", {
    en: {
      title: "Will you come? {{ data.title }}",
      body: `${WHEN.en}. Please confirm by tomorrow.`,
      actions: [CONFIRM.en, MOVE.en],
    },
    de: {
      title: "Kommen Sie? {{ data.title }}",
      body: `${WHEN.de}. Bitte bis morgen bestätigen.`,
      actions: [CONFIRM.de, MOVE.de],
    },
  }),
  "appointment-soon-sms": template("sms", {
    en: {
      body: "{{ data.title }} today, {{ due | time }}, {{ data.place }}. Please come on time; if you cannot, move it with one press.",
      actions: [MOVE.en],
    },
    de: {
      body: "{{ data.title }} heute, {{ due | time }} Uhr, {{ data.place }}. Bitte kommen Sie pünktlich; sonst hier verschieben.",
      actions: [MOVE.de],
    },
  }),
  "appointment-soon": template("email", {
    en: {
      subject: "Today, {{ due | time }}: {{ data.title }}",
      preheader: "{{ data.place }}",
      body: `${HELLO.en}

we look forward to seeing you today: **{{ data.title }}**, **${WHEN.en}**, {{ data.place }}.

Please come on time, so that nobody has to wait. If something came up, choose another time now.`,
      actions: [MOVE.en, CANCEL.en],
    },
    de: {
      subject: "Heute, {{ due | time }} Uhr: {{ data.title }}",
      preheader: "{{ data.place }}",
      body: `${HELLO.de}

wir freuen uns auf Sie: **{{ data.title }}**, **${WHEN.de}**, {{ data.place }}.

Bitte kommen Sie pünktlich, damit niemand warten muss. Wenn etwas dazwischenkommt, wählen Sie jetzt einen anderen Termin.`,
      actions: [MOVE.de, CANCEL.de],
    },
  }),
  "appointment-missed": template("email", {
    en: {
      subject: "Shall we find a new time? {{ data.title }}",
      preheader: "It takes a minute",
      body: `${HELLO.en}

you could not come to **{{ data.title }}** on ${WHEN.en}. That happens.

Choose a new time within three days, and we keep your booking as it is; after that it ends. If you were here after all, please forgive us and ignore this message.`,
      actions: [MOVE.en],
    },
    de: {
      subject: "Neuer Termin? {{ data.title }}",
      preheader: "Es dauert eine Minute",
      body: `${HELLO.de}

Sie konnten nicht kommen: **{{ data.title }}**, ${WHEN.de}. Das kann passieren.

Wählen Sie innerhalb von drei Tagen einen neuen Termin, dann bleibt Ihre Buchung bestehen; danach endet sie. Wenn Sie doch da waren, verzeihen Sie bitte diese Nachricht.`,
      actions: [MOVE.de],
    },
  }),
  "appointment-unconfirmed": template("email", {
    en: {
      subject: "Please call: {{ case.subject }}",
      preheader: `${WHO.en}, ${WHEN.en}, {{ case.number }}`,
      body: `${HELLO.en}

**${WHO.en}** has not said whether **{{ data.title }}** on **${WHEN.en}** stands.

Please call within four hours. If they cannot come, the time is free for somebody who waits. They get a last reminder three hours before, whatever you do.`,
      actions: [TAKE_ON.en, NEED_HELP.en, OPEN_CASE.en],
    },
    de: {
      subject: "Bitte anrufen: {{ case.subject }}",
      preheader: `${WHO.de}, ${WHEN.de}, {{ case.number }}`,
      body: `${HELLO.de}

**${WHO.de}** hat nicht gesagt, ob der Termin bleibt: **{{ data.title }}**, **${WHEN.de}**.

Bitte rufen Sie innerhalb von vier Stunden an. Wenn es bei einer Absage bleibt, wird die Zeit für andere frei. Drei Stunden vorher wird in jedem Fall noch einmal erinnert.`,
      actions: [TAKE_ON.de, NEED_HELP.de, OPEN_CASE.de],
    },
  }),
  "appointment-unconfirmed-app": template("in_app", {
    en: {
      title: "Please call: {{ case.subject }}",
      body: `${WHO.en} has not confirmed ${WHEN.en}. Call within four hours; otherwise the time may stay empty.`,
      actions: [TAKE_ON.en, OPEN_CASE.en],
    },
    de: {
      title: "Bitte anrufen: {{ case.subject }}",
      body: `${WHO.de} hat nicht bestätigt: ${WHEN.de}. Rufen Sie innerhalb von vier Stunden an; sonst bleibt die Zeit vielleicht leer.`,
      actions: [TAKE_ON.de, OPEN_CASE.de],
    },
  }),
  "appointment-canceled": template("email", {
    en: {
      subject: "Canceled: {{ data.title }}",
      body: `${HELLO.en}

**{{ data.title }}** on ${WHEN.en} is canceled; thank you for telling us. You will hear no more about it. When you need a new time, you find it [here]({{ data.url }}).`,
    },
    de: {
      subject: "Abgesagt: {{ data.title }}",
      body: `${HELLO.de}

der Termin ist abgesagt: **{{ data.title }}**, ${WHEN.de}. Danke, dass Sie Bescheid gesagt haben. Wenn Sie einen neuen brauchen, finden Sie ihn [hier]({{ data.url }}).`,
    },
  }),
  "appointment-slot-free": template("in_app", {
    en: {
      title: "Time is free again: {{ case.subject }}",
      body: `${WHO.en} has canceled ${WHEN.en}. You can give it to somebody else.`,
      actions: [OPEN_CASE.en],
    },
    de: {
      title: "Zeit wieder frei: {{ case.subject }}",
      body: `${WHO.de} hat abgesagt: ${WHEN.de}. Die Zeit kann neu vergeben werden.`,
      actions: [OPEN_CASE.de],
    },
  }),
  "appointment-thanks": template("in_app", {
    en: {
      title: "Thank you for coming",
      body: "It was good to see you for {{ data.title }}. There is nothing left to do.",
    },
    de: {
      title: "Danke, dass Sie da waren",
      body: "Schön, dass Sie gekommen sind: {{ data.title }}. Es ist nichts mehr zu tun.",
    },
  }),
  "appointment-never-came": template("in_app", {
    en: {
      title: "No new time chosen: {{ case.subject }}",
      body: `${WHO.en} did not come and has not chosen a new time. {{ case.number }} has ended.`,
      actions: [OPEN_CASE.en],
    },
    de: {
      title: "Kein neuer Termin: {{ case.subject }}",
      body: `${WHO.de} ist nicht gekommen und hat keinen neuen Termin gewählt. {{ case.number }} ist beendet.`,
      actions: [OPEN_CASE.de],
    },
  }),
};
