import { button, DEADLINE, HELLO, NEED_HELP, OPEN_CASE, TAKE_ON, template, WHO } from "./starter";

const ANSWER = button(
  { id: "answer", kind: "reply" },
  { en: "Answer the question", de: "Frage beantworten" },
);
const SOLVED = button(
  { id: "solved", kind: "complete" },
  { en: "It is solved", de: "Es ist gelöst" },
);
const LATER = button(
  { id: "later", kind: "snooze" },
  { en: "I need more time", de: "Ich brauche mehr Zeit" },
);
const asked = { en: [ANSWER.en, SOLVED.en, LATER.en], de: [ANSWER.de, SOLVED.de, LATER.de] };
const short = { en: [ANSWER.en, SOLVED.en], de: [ANSWER.de, SOLVED.de] };

/** What the support ticket workflow says: one question, and what happens without an answer. */
export const supportTicketContent = {
  "ticket-question": template("email", {
    en: {
      subject: "We need your answer: ticket {{ data.number }}",
      preheader: "{{ data.title }}",
      body: `${HELLO.en}

{{ data.agent | default: "our team" }} is working on **{{ data.title }}** and needs one answer from you to go on:

**{{ data.question }}**

Please reply by **${DEADLINE.en}**, so that we can go on. A reply to this message is enough.`,
      actions: asked.en,
    },
    de: {
      subject: "Wir brauchen Ihre Antwort: Ticket {{ data.number }}",
      preheader: "{{ data.title }}",
      body: `${HELLO.de}

{{ data.agent | default: "unser Team" }} arbeitet an **{{ data.title }}** und braucht eine Antwort von Ihnen, damit es weitergeht:

**{{ data.question }}**

Bitte antworten Sie bis: **${DEADLINE.de}**. Eine Antwort auf diese Nachricht genügt.`,
      actions: asked.de,
    },
  }),
  "ticket-question-app": template("in_app", {
    en: {
      title: "Your answer is needed: {{ data.title }}",
      body: `{{ data.question }} Without it we cannot go on; please reply by ${DEADLINE.en}.`,
      actions: short.en,
    },
    de: {
      title: "Ihre Antwort fehlt: {{ data.title }}",
      body: `{{ data.question }} Ohne sie geht es nicht weiter; bitte antworten Sie bis: ${DEADLINE.de}.`,
      actions: short.de,
    },
  }),
  "ticket-reminder": template("email", {
    en: {
      subject: "Still waiting for your answer: {{ data.number }}",
      preheader: "{{ data.question }}",
      body: `${HELLO.en}

we would like to go on with **{{ data.title }}**, but need your answer:

**{{ data.question }}**

Please reply by **${DEADLINE.en}**. If it has solved itself, press “It is solved”.`,
      actions: asked.en,
    },
    de: {
      subject: "Ihre Antwort fehlt noch: {{ data.number }}",
      preheader: "{{ data.question }}",
      body: `${HELLO.de}

wir möchten mit **{{ data.title }}** weitermachen, brauchen aber Ihre Antwort:

**{{ data.question }}**

Bitte antworten Sie bis: **${DEADLINE.de}**. Wenn es sich erledigt hat, drücken Sie „Es ist gelöst“.`,
      actions: asked.de,
    },
  }),
  "ticket-closing": template("email", {
    en: {
      subject: "We will close ticket {{ data.number }} {{ due | relative }}",
      body: `${HELLO.en}

we have not heard from you about **{{ data.title }}**. If we hear nothing by **${DEADLINE.en}**, we will close the ticket.

Nothing is lost: a reply opens it again at any time.`,
      actions: asked.en,
    },
    de: {
      subject: "Wir schließen Ticket {{ data.number }} {{ due | relative }}",
      body: `${HELLO.de}

zu **{{ data.title }}** haben wir nichts von Ihnen gehört. Wenn wir nichts hören bis: **${DEADLINE.de}**, schließen wir das Ticket.

Nichts geht verloren: Eine Antwort öffnet es jederzeit wieder.`,
      actions: asked.de,
    },
  }),
  "ticket-told": template("in_app", {
    en: {
      title: "Ticket {{ data.number }}: a manager takes over",
      body: `Your ticket is important and must not rest. A manager will now be handling this and will contact you by ${DEADLINE.en}, so that it does not stop here.`,
      actions: short.en,
    },
    de: {
      title: "Ticket {{ data.number }}: eine Führungskraft übernimmt",
      body: `Ihr Ticket ist wichtig und soll nicht liegen bleiben. Darum kümmert sich jetzt eine Führungskraft. Sie meldet sich bis: ${DEADLINE.de}, damit es weitergeht.`,
      actions: short.de,
    },
  }),
  "ticket-stuck": template("email", {
    en: {
      subject: "High priority, no answer: ticket {{ data.number }}",
      preheader: `{{ data.title }}, ${WHO.en}, {{ case.number }}`,
      body: `${HELLO.en}

**${WHO.en}** has not answered the question on **{{ data.title }}** since {{ case.openedAt | date: "day" }}. The ticket has high priority and cannot rest.

Two messages were sent. If nobody takes this on, it expires on **${DEADLINE.en}**. You can call, give it to somebody else, move the date, or close it.`,
      actions: [TAKE_ON.en, NEED_HELP.en, OPEN_CASE.en],
    },
    de: {
      subject: "Hohe Priorität, keine Antwort: Ticket {{ data.number }}",
      preheader: `{{ data.title }}, ${WHO.de}, {{ case.number }}`,
      body: `${HELLO.de}

**${WHO.de}** hat die Frage zu **{{ data.title }}** nicht beantwortet, seit {{ case.openedAt | date: "day" }}. Das Ticket hat hohe Priorität.

Zwei Nachrichten wurden gesendet. Wenn niemand übernimmt, endet es: **${DEADLINE.de}**. Sie können anrufen, abgeben, das Datum verschieben oder schließen.`,
      actions: [TAKE_ON.de, NEED_HELP.de, OPEN_CASE.de],
    },
  }),
  "ticket-thanks": template("email", {
    en: {
      subject: "Thank you: we go on with ticket {{ data.number }}",
      body: `${HELLO.en}

thank you for your answer on **{{ data.title }}**. We have what we need, and you will get no further reminders about it.`,
    },
    de: {
      subject: "Vielen Dank: es geht weiter mit Ticket {{ data.number }}",
      body: `${HELLO.de}

vielen Dank für Ihre Antwort zu **{{ data.title }}**. Wir haben, was wir brauchen, und Sie bekommen dazu keine Erinnerungen mehr.`,
    },
  }),
  "ticket-answered": template("in_app", {
    en: {
      title: "Answered: {{ case.subject }}",
      body: `${WHO.en} has answered. {{ case.number }} is closed, the ticket can go on.`,
      actions: [OPEN_CASE.en],
    },
    de: {
      title: "Beantwortet: {{ case.subject }}",
      body: `${WHO.de} hat geantwortet. {{ case.number }} ist geschlossen, das Ticket kann weitergehen.`,
      actions: [OPEN_CASE.de],
    },
  }),
  "ticket-closed": template("email", {
    en: {
      subject: "Ticket {{ data.number }} is closed",
      body: `${HELLO.en}

we have closed **{{ data.title }}**, because we did not hear from you. If you still need us, reply to this message and it is open again.`,
    },
    de: {
      subject: "Ticket {{ data.number }} ist geschlossen",
      body: `${HELLO.de}

wir haben **{{ data.title }}** geschlossen, weil wir nichts von Ihnen gehört haben. Wenn Sie uns noch brauchen, antworten Sie auf diese Nachricht, und es ist wieder offen.`,
    },
  }),
};
