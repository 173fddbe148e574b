import { button, DEADLINE, HELLO, NEED_HELP, OPEN_CASE, TAKE_ON, template, WHO } from "./starter";

const DONE = button(
  { id: "reviewed", kind: "complete" },
  { en: "I have reviewed it", de: "Ich habe es geprüft" },
);
const LATER = button(
  { id: "later", kind: "snooze" },
  { en: "Remind me later", de: "Später erinnern" },
);
const asked = { en: [DONE.en, LATER.en], de: [DONE.de, LATER.de] };

const ITEM = "[{{ data.title }}]({{ data.url }})";
const OTHERS = {
  en: `{% if open.count > 0 %}

You have {{ open.count }} other pending {{ open.count | plural: "review", "reviews" }}.{% endif %}`,
  de: `{% if open.count > 0 %}

Bei Ihnen {{ open.count | plural: "liegt", "liegen" }} noch {{ open.count }} weitere {{ open.count | plural: "Prüfung", "Prüfungen" }}.{% endif %}`,
};

/** What the review workflow says: what waits, who waits for it, and until when. */
export const reviewPendingContent = {
  "review-request": template("email", {
    en: {
      subject: "Please review: {{ data.title }}",
      preheader: "{{ data.requested_by }} waits for your review",
      body: `${HELLO.en}

{{ data.requested_by }} asks you to review **${ITEM}** by **${DEADLINE.en}**.

The work cannot go on without it, and it takes about {{ data.minutes }} minutes.${OTHERS.en}`,
      actions: asked.en,
    },
    de: {
      subject: "Bitte prüfen: {{ data.title }}",
      preheader: "{{ data.requested_by }} wartet auf Ihre Prüfung",
      body: `${HELLO.de}

{{ data.requested_by }} bittet Sie, **${ITEM}** zu prüfen. Frist: **${DEADLINE.de}**.

Ohne Ihre Prüfung geht es nicht weiter; sie dauert etwa {{ data.minutes }} Minuten.${OTHERS.de}`,
      actions: asked.de,
    },
  }),
  "review-request-app": template("in_app", {
    en: {
      title: "Review: {{ data.title }}",
      body: `{{ data.requested_by }} cannot go on without your review; it is due ${DEADLINE.en}.`,
      actions: asked.en,
    },
    de: {
      title: "Prüfung: {{ data.title }}",
      body: `{{ data.requested_by }} braucht Ihre Prüfung bis: ${DEADLINE.de}.`,
      actions: asked.de,
    },
  }),
  "review-halfway": template("in_app", {
    en: {
      title: "Half of the time is over: {{ data.title }}",
      body: `Your review is due ${DEADLINE.en}; the work cannot go on without it.`,
      actions: asked.en,
    },
    de: {
      title: "Die Hälfte der Zeit ist um: {{ data.title }}",
      body: `Ihre Prüfung ist fällig: ${DEADLINE.de}; ohne sie geht es nicht weiter.`,
      actions: asked.de,
    },
  }),
  "review-last-day": template("email", {
    en: {
      subject: "Your review is due {{ due | relative }}: {{ data.title }}",
      body: `${HELLO.en}

your review of **${ITEM}** is due **${DEADLINE.en}**. This is the last reminder: after that we will ask your manager to help.

If somebody else should review it, reply with the name.${OTHERS.en}`,
      actions: asked.en,
    },
    de: {
      subject: "Ihre Prüfung ist {{ due | relative }} fällig: {{ data.title }}",
      body: `${HELLO.de}

Ihre Prüfung von **${ITEM}** ist fällig: **${DEADLINE.de}**. Dies ist die letzte Erinnerung: Danach bitten wir Ihre Führungskraft um Hilfe.

Wenn jemand anderes prüfen soll, antworten Sie mit dem Namen.${OTHERS.de}`,
      actions: asked.de,
    },
  }),
  "review-told": template("in_app", {
    en: {
      title: "Your review was passed on: {{ data.title }}",
      body: `It was due ${DEADLINE.en}. A manager will now be handling this. If you finish it first, they are told at once.`,
      actions: [DONE.en],
    },
    de: {
      title: "Ihre Prüfung wurde weitergegeben: {{ data.title }}",
      body: `Sie war fällig: ${DEADLINE.de}. Darum kümmert sich jetzt eine Führungskraft. Wenn Sie vorher fertig sind, erfährt sie es sofort.`,
      actions: [DONE.de],
    },
  }),
  "review-escalated": template("email", {
    en: {
      subject: "Review overdue: {{ data.title }}",
      preheader: `${WHO.en}, asked by {{ data.requested_by }}, {{ case.number }}`,
      body: `${HELLO.en}

**${WHO.en}** has not reviewed **${ITEM}**. It was due **${DEADLINE.en}**, and {{ data.requested_by }} cannot go on without it.

Three messages were sent. If nobody takes this on in time, it goes to the next level. You can review it, give it to somebody else, move the date, or close it.`,
      actions: [TAKE_ON.en, NEED_HELP.en, OPEN_CASE.en],
    },
    de: {
      subject: "Prüfung überfällig: {{ data.title }}",
      preheader: `${WHO.de}, angefragt von {{ data.requested_by }}, {{ case.number }}`,
      body: `${HELLO.de}

**${WHO.de}** hat **${ITEM}** nicht geprüft. Fällig war es: **${DEADLINE.de}**. {{ data.requested_by }} braucht das Ergebnis.

Drei Nachrichten wurden gesendet. Wenn niemand rechtzeitig übernimmt, geht es an die nächste Stufe. Sie können selbst prüfen, abgeben, das Datum verschieben oder schließen.`,
      actions: [TAKE_ON.de, NEED_HELP.de, OPEN_CASE.de],
    },
  }),
  "review-thanks": template("in_app", {
    en: {
      title: "Thank you for your review",
      body: "{{ data.title }} is done. {{ data.requested_by }} can go on.",
    },
    de: {
      title: "Vielen Dank für Ihre Prüfung",
      body: "{{ data.title }} ist erledigt. {{ data.requested_by }} kann weitermachen.",
    },
  }),
  "review-done": template("email", {
    en: {
      subject: "Reviewed: {{ data.title }}",
      body: `${HELLO.en}

you were told that the review of **{{ data.title }}** was overdue. It is done now, and nothing is left to do.`,
      actions: [OPEN_CASE.en],
    },
    de: {
      subject: "Geprüft: {{ data.title }}",
      body: `${HELLO.de}

Sie hatten erfahren, dass die Prüfung von **{{ data.title }}** überfällig war. Sie ist jetzt erledigt, und es ist nichts mehr zu tun.`,
      actions: [OPEN_CASE.de],
    },
  }),
  "review-expired": template("email", {
    en: {
      subject: "Not reviewed: {{ data.title }}",
      body: `${HELLO.en}

nobody reviewed **{{ data.title }}**, and the follow-up has ended. Decide whether the work goes on without a review, or ask again.`,
      actions: [OPEN_CASE.en],
    },
    de: {
      subject: "Nicht geprüft: {{ data.title }}",
      body: `${HELLO.de}

niemand hat **{{ data.title }}** geprüft, und die Nachverfolgung ist beendet. Entscheiden Sie, ob es ohne Prüfung weitergeht, oder fragen Sie neu an.`,
      actions: [OPEN_CASE.de],
    },
  }),
};
