import { button, DEADLINE, HELLO, NEED_HELP, OPEN_CASE, TAKE_ON, template, WHO } from "./starter";

const GO_ON = button(
  { id: "continue", kind: "link", url: "{{ data.url }}" },
  { en: "Continue the form", de: "Formular fortsetzen" },
);
const LATER = button(
  { id: "later", kind: "snooze" },
  { en: "Remind me later", de: "Später erinnern" },
);
const asked = { en: [GO_ON.en, LATER.en], de: [GO_ON.de, LATER.de] };

const MISSING = {
  en: '{{ data.missing }} {{ data.missing | plural: "section is", "sections are" }} missing',
  de: '{{ data.missing | plural: "fehlt", "fehlen" }} noch {{ data.missing }} {{ data.missing | plural: "Abschnitt", "Abschnitte" }}',
};

/** What the onboarding workflow says: nothing is lost, this is missing, so long does it take. */
export const onboardingFormContent = {
  "form-kept-app": template("in_app", {
    en: {
      title: "We kept your answers: {{ data.form }}",
      body: `Only ${MISSING.en}. Finish by ${DEADLINE.en}, so that we can set everything up for you.`,
      actions: asked.en,
    },
    de: {
      title: "Ihre Angaben sind gespeichert: {{ data.form }}",
      body: `Es ${MISSING.de}. Bitte ergänzen Sie bis: ${DEADLINE.de}, damit wir alles für Sie einrichten können.`,
      actions: asked.de,
    },
  }),
  "form-section": template("email", {
    en: {
      subject: "Go on where you stopped: {{ data.section }}",
      preheader: "About {{ data.minutes }} minutes, and you are done",
      body: `${HELLO.en}

you have begun the form **{{ data.form }}**, and everything you entered is kept. Next comes **{{ data.section }}**; the button takes you right there.

It takes about {{ data.minutes }} minutes. Please finish by **${DEADLINE.en}**, so that we can set everything up for you.`,
      actions: asked.en,
    },
    de: {
      subject: "Weiter bei: {{ data.section }}",
      preheader: "Etwa {{ data.minutes }} Minuten, dann ist es geschafft",
      body: `${HELLO.de}

Sie haben das Formular **{{ data.form }}** begonnen, und alle Angaben sind gespeichert. Als Nächstes kommt **{{ data.section }}**; der Knopf führt Sie genau dorthin.

Es dauert etwa {{ data.minutes }} Minuten. Bitte ergänzen Sie den Rest bis: **${DEADLINE.de}**, damit wir alles für Sie einrichten können.`,
      actions: asked.de,
    },
  }),
  "form-reminder": template("email", {
    en: {
      subject: "Still missing: {{ data.section }}",
      preheader: `Only ${MISSING.en}`,
      body: `${HELLO.en}

your form **{{ data.form }}** is nearly complete: ${MISSING.en}. Without it we cannot set up your account.

Please finish by **${DEADLINE.en}**. If a question is unclear, reply to this message and we will help.`,
      actions: asked.en,
    },
    de: {
      subject: "Es fehlt noch: {{ data.section }}",
      preheader: `Es ${MISSING.de}`,
      body: `${HELLO.de}

Ihr Formular **{{ data.form }}** ist fast vollständig: Es ${MISSING.de}. Ohne diese Angaben können wir Ihr Konto nicht einrichten.

Bitte ergänzen Sie sie bis: **${DEADLINE.de}**. Wenn eine Frage unklar ist, antworten Sie uns, und wir helfen.`,
      actions: asked.de,
    },
  }),
  "form-last-sms": template("sms", {
    en: {
      body: "{{ data.form }}: only {{ data.section }} is missing. Please finish by tomorrow; it takes {{ data.minutes }} minutes.",
      actions: [GO_ON.en],
    },
    de: {
      body: "{{ data.form }}: Es fehlt nur noch {{ data.section }}. Bitte bis morgen ergänzen, das dauert {{ data.minutes }} Minuten.",
      actions: [GO_ON.de],
    },
  }),
  "form-last": template("email", {
    en: {
      subject: "Please finish by tomorrow: {{ data.form }}",
      preheader: "{{ data.section }}, about {{ data.minutes }} minutes",
      body: `${HELLO.en}

**{{ data.section }}** is still missing in the form **{{ data.form }}**. Please finish by **${DEADLINE.en}**.

After that we will call you, because without it we cannot begin. If somebody else should fill it in, forward this message to them.`,
      actions: asked.en,
    },
    de: {
      subject: "Bitte bis morgen ergänzen: {{ data.form }}",
      preheader: "{{ data.section }}, etwa {{ data.minutes }} Minuten",
      body: `${HELLO.de}

**{{ data.section }}** fehlt noch im Formular **{{ data.form }}**. Bitte ergänzen Sie es bis: **${DEADLINE.de}**.

Danach rufen wir Sie an, weil wir ohne diese Angaben nicht beginnen können. Wenn jemand anderes sie ausfüllen soll, leiten Sie diese Nachricht weiter.`,
      actions: asked.de,
    },
  }),
  "form-told": template("email", {
    en: {
      subject: "We will call you about {{ data.form }}",
      body: `${HELLO.en}

your form **{{ data.form }}** was to be complete by **${DEADLINE.en}**, and ${MISSING.en}. **A manager will now be handling this** and will have somebody call you, so that it does not stop here.

If you finish it before, nobody will call.`,
      actions: [GO_ON.en],
    },
    de: {
      subject: "Wir rufen Sie an: {{ data.form }}",
      body: `${HELLO.de}

Ihr Formular **{{ data.form }}** sollte vollständig sein bis: **${DEADLINE.de}**. Es ${MISSING.de}. **Darum kümmert sich jetzt eine Führungskraft** und lässt Sie anrufen, damit es weitergeht.

Wenn Sie vorher fertig sind, ruft niemand an.`,
      actions: [GO_ON.de],
    },
  }),
  "form-call-task": template("email", {
    en: {
      subject: "Please call: {{ case.subject }}",
      preheader: `${WHO.en}, {{ data.section }}, {{ case.number }}`,
      body: `${HELLO.en}

**${WHO.en}** has not finished the form **{{ data.form }}**: ${MISSING.en}, first of all {{ data.section }}. It was to be complete by **${DEADLINE.en}**.

Four messages were sent. A short call helps most, because people often stop at a question they do not understand. If nobody takes this on, your whole team is asked.`,
      actions: [TAKE_ON.en, NEED_HELP.en, OPEN_CASE.en],
    },
    de: {
      subject: "Bitte anrufen: {{ case.subject }}",
      preheader: `${WHO.de}, {{ data.section }}, {{ case.number }}`,
      body: `${HELLO.de}

**${WHO.de}** hat das Formular **{{ data.form }}** nicht abgeschlossen: Es ${MISSING.de}, zuerst {{ data.section }}. Die Frist: **${DEADLINE.de}**.

Vier Nachrichten wurden gesendet. Ein kurzer Anruf hilft am meisten, weil oft nur eine Frage unklar ist. Wenn niemand übernimmt, wird das ganze Team gefragt.`,
      actions: [TAKE_ON.de, NEED_HELP.de, OPEN_CASE.de],
    },
  }),
  "form-thanks": template("email", {
    en: {
      subject: "Complete: {{ data.form }}",
      body: `${HELLO.en}

thank you, your form **{{ data.form }}** is complete. We are setting everything up and will write when you can begin. You will get no further reminders.`,
    },
    de: {
      subject: "Vollständig: {{ data.form }}",
      body: `${HELLO.de}

vielen Dank, Ihr Formular **{{ data.form }}** ist vollständig. Wir richten alles ein und schreiben Ihnen, sobald Sie beginnen können. Weitere Erinnerungen bekommen Sie nicht.`,
    },
  }),
  "form-complete": template("in_app", {
    en: {
      title: "No call needed: {{ case.subject }}",
      body: `${WHO.en} has finished the form. {{ case.number }} is closed.`,
      actions: [OPEN_CASE.en],
    },
    de: {
      title: "Kein Anruf mehr nötig: {{ case.subject }}",
      body: `${WHO.de} hat das Formular abgeschlossen. {{ case.number }} ist geschlossen.`,
      actions: [OPEN_CASE.de],
    },
  }),
  "form-unfinished": template("in_app", {
    en: {
      title: "Never finished: {{ case.subject }}",
      body: "{{ case.number }} has ended with {{ data.section }} still missing. Decide whether to write once more or to let it rest.",
      actions: [OPEN_CASE.en],
    },
    de: {
      title: "Nicht abgeschlossen: {{ case.subject }}",
      body: "{{ case.number }} ist beendet, {{ data.section }} fehlt weiterhin. Entscheiden Sie, ob Sie noch einmal schreiben oder es ruhen lassen.",
      actions: [OPEN_CASE.de],
    },
  }),
};
