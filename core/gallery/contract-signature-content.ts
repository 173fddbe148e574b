import { button, DEADLINE, HELLO, NEED_HELP, OPEN_CASE, TAKE_ON, template, WHO } from "./starter";

const SIGN = button(
  { id: "sign", kind: "link", url: "{{ data.url }}" },
  { en: "Read and sign", de: "Lesen und unterschreiben" },
);
const QUESTION = button(
  { id: "question", kind: "reply" },
  { en: "Ask a question", de: "Frage stellen" },
);
const LATER = button(
  { id: "later", kind: "snooze" },
  { en: "Remind me later", de: "Später erinnern" },
);
const asked = { en: [SIGN.en, QUESTION.en, LATER.en], de: [SIGN.de, QUESTION.de, LATER.de] };

/** What the contract workflow says: what is to be signed, what depends on it, and whom to ask. */
export const contractSignatureContent = {
  "contract-request": template("email", {
    en: {
      subject: "Please sign: {{ data.title }}",
      preheader: "From {{ data.sender }}, signed in a few minutes",
      body: `${HELLO.en}

{{ data.sender }} has sent you **{{ data.title }}** for signature. Please read and sign it by **${DEADLINE.en}**.

We begin as soon as it is signed, and cannot begin without it. If you would like something changed, ask us with one press.`,
      actions: asked.en,
    },
    de: {
      subject: "Bitte unterschreiben: {{ data.title }}",
      preheader: "Von {{ data.sender }}, in wenigen Minuten unterschrieben",
      body: `${HELLO.de}

{{ data.sender }} hat Ihnen **{{ data.title }}** zur Unterschrift gesendet. Bitte lesen und unterschreiben Sie bis: **${DEADLINE.de}**.

Wir beginnen, sobald unterschrieben ist; ohne Unterschrift geht es nicht. Wenn etwas geändert werden soll, fragen Sie uns mit einem Druck.`,
      actions: asked.de,
    },
  }),
  "contract-viewed": template("email", {
    en: {
      subject: "Any question about {{ data.title }}?",
      preheader: "{{ data.sender }} is glad to help",
      body: `${HELLO.en}

you have looked at **{{ data.title }}**. If a passage is unclear or should read differently, ask; {{ data.sender }} is glad to answer.

If all is well, please sign by **${DEADLINE.en}**, so that we can begin.`,
      actions: asked.en,
    },
    de: {
      subject: "Noch eine Frage zu {{ data.title }}?",
      preheader: "{{ data.sender }} hilft gern",
      body: `${HELLO.de}

Sie haben sich **{{ data.title }}** angesehen. Wenn eine Stelle unklar ist oder anders lauten soll, fragen Sie; {{ data.sender }} antwortet gern.

Wenn alles passt, unterschreiben Sie bitte bis: **${DEADLINE.de}**, damit wir beginnen können.`,
      actions: asked.de,
    },
  }),
  "contract-unseen": template("email", {
    en: {
      subject: "Waiting for you: {{ data.title }}",
      preheader: "From {{ data.sender }}, not opened yet",
      body: `${HELLO.en}

on {{ case.openedAt | date: "day" }}, {{ data.sender }} sent you **{{ data.title }}**. As far as we can see, it has not been opened yet. The button takes you to it; please sign by **${DEADLINE.en}**.

If somebody else signs for you, reply with the name, because we need the right signature.`,
      actions: asked.en,
    },
    de: {
      subject: "Liegt für Sie bereit: {{ data.title }}",
      preheader: "Von {{ data.sender }}, noch nicht geöffnet",
      body: `${HELLO.de}

am {{ case.openedAt | date: "day" }} hat Ihnen {{ data.sender }} **{{ data.title }}** gesendet. Soweit wir sehen, ist es noch nicht geöffnet. Der Knopf führt Sie hin; bitte unterschreiben Sie bis: **${DEADLINE.de}**.

Wenn jemand anderes unterschreibt, antworten Sie mit dem Namen, weil wir die richtige Unterschrift brauchen.`,
      actions: asked.de,
    },
  }),
  "contract-reminder": template("email", {
    en: {
      subject: "To be signed {{ due | relative }}: {{ data.title }}",
      preheader: "Then we can begin as agreed",
      body: `${HELLO.en}

**{{ data.title }}** is to be signed by **${DEADLINE.en}**. Then we can begin as agreed; otherwise the start moves.

If you need more time or a change, reply and we will find a way.`,
      actions: asked.en,
    },
    de: {
      subject: "Unterschrift {{ due | relative }} fällig: {{ data.title }}",
      preheader: "Dann können wir wie vereinbart beginnen",
      body: `${HELLO.de}

**{{ data.title }}** soll unterschrieben sein bis: **${DEADLINE.de}**. Dann können wir wie vereinbart beginnen; sonst verschiebt sich der Start.

Wenn Sie mehr Zeit oder eine Änderung brauchen, antworten Sie uns, und wir finden einen Weg.`,
      actions: asked.de,
    },
  }),
  "contract-last-day": template("email", {
    en: {
      subject: "Last day to sign: {{ data.title }}",
      preheader: "Or tell us what still stands in the way",
      body: `${HELLO.en}

today is the last day to sign **{{ data.title }}**: **${DEADLINE.en}**. Without it we cannot keep the start, and {{ data.sender }} will contact you.

If something stands in the way, tell us with one press; a date can be moved.`,
      actions: asked.en,
    },
    de: {
      subject: "Heute unterschreiben: {{ data.title }}",
      preheader: "Oder sagen Sie uns, was noch im Weg steht",
      body: `${HELLO.de}

heute ist der letzte Tag für Ihre Unterschrift unter **{{ data.title }}**: **${DEADLINE.de}**. Ohne sie können wir den Start nicht halten, und {{ data.sender }} meldet sich bei Ihnen.

Wenn etwas im Weg steht, sagen Sie es uns mit einem Druck; ein Datum lässt sich verschieben.`,
      actions: asked.de,
    },
  }),
  "contract-last-day-sms": template("sms", {
    en: {
      body: "{{ data.title }} is to be signed today. Please read and sign, or call {{ data.sender }}.",
      actions: [SIGN.en],
    },
    de: {
      body: "{{ data.title }}: Bitte heute lesen und unterschreiben, oder rufen Sie {{ data.sender }} an.",
      actions: [SIGN.de],
    },
  }),
  "contract-told": template("email", {
    en: {
      subject: "Not signed: {{ data.title }}",
      body: `${HELLO.en}

**{{ data.title }}** was to be signed by **${DEADLINE.en}**. **A manager will now be handling this** and will contact you{% if case.owner %}: {{ case.owner }}{% endif %}.

You can still sign. If you do, everyone is told at once.`,
      actions: [SIGN.en, QUESTION.en],
    },
    de: {
      subject: "Nicht unterschrieben: {{ data.title }}",
      body: `${HELLO.de}

**{{ data.title }}** sollte unterschrieben sein bis: **${DEADLINE.de}**. **Darum kümmert sich jetzt eine Führungskraft** und meldet sich bei Ihnen{% if case.owner %}: {{ case.owner }}{% endif %}.

Sie können weiterhin unterschreiben. Wenn Sie es tun, erfahren es alle sofort.`,
      actions: [SIGN.de, QUESTION.de],
    },
  }),
  "contract-escalated": template("email", {
    en: {
      subject: "Please decide: {{ case.subject }}",
      preheader: `${WHO.en}, sent by {{ data.sender }}, {{ case.number }}`,
      body: `${HELLO.en}

**${WHO.en}** has not signed **{{ data.title }}**. The deadline was **${DEADLINE.en}**.

What was tried, without an answer: the request, a follow-up, a reminder and a last call. If nobody takes this on in time, it goes to the next level. You can call, change the contract, move the date, or let it go.`,
      actions: [TAKE_ON.en, NEED_HELP.en, OPEN_CASE.en],
    },
    de: {
      subject: "Bitte entscheiden: {{ case.subject }}",
      preheader: `${WHO.de}, gesendet von {{ data.sender }}, {{ case.number }}`,
      body: `${HELLO.de}

**${WHO.de}** hat **{{ data.title }}** nicht unterschrieben. Die Frist war: **${DEADLINE.de}**.

Versucht wurden, ohne Antwort: Anfrage, Nachfrage, Erinnerung und letzter Aufruf. Wenn niemand rechtzeitig übernimmt, geht es an die nächste Stufe. Sie können anrufen, den Vertrag ändern, das Datum verschieben oder es lassen.`,
      actions: [TAKE_ON.de, NEED_HELP.de, OPEN_CASE.de],
    },
  }),
  "contract-thanks": template("email", {
    en: {
      subject: "Signed: {{ data.title }}",
      body: `${HELLO.en}

thank you, **{{ data.title }}** is signed. {{ data.sender }} will write to you about what comes next, and you will get no further reminders.`,
    },
    de: {
      subject: "Unterschrieben: {{ data.title }}",
      body: `${HELLO.de}

vielen Dank, **{{ data.title }}** ist unterschrieben. {{ data.sender }} schreibt Ihnen, wie es weitergeht. Weitere Erinnerungen bekommen Sie nicht.`,
    },
  }),
  "contract-declined": template("email", {
    en: {
      subject: "We have noted it: {{ data.title }}",
      body: `${HELLO.en}

you have decided not to sign **{{ data.title }}**, and that is all right. You will get no further reminders. If you change your mind, reply to this message.`,
    },
    de: {
      subject: "Wir haben es notiert: {{ data.title }}",
      body: `${HELLO.de}

Sie haben sich gegen **{{ data.title }}** entschieden, und das ist in Ordnung. Weitere Erinnerungen bekommen Sie nicht. Wenn Sie es sich anders überlegen, antworten Sie auf diese Nachricht.`,
    },
  }),
  "contract-lost": template("in_app", {
    en: {
      title: "Declined: {{ case.subject }}",
      body: `${WHO.en} has decided not to sign. {{ case.number }} is closed.`,
      actions: [OPEN_CASE.en],
    },
    de: {
      title: "Abgelehnt: {{ case.subject }}",
      body: `${WHO.de} unterschreibt nicht. {{ case.number }} ist geschlossen.`,
      actions: [OPEN_CASE.de],
    },
  }),
  "contract-settled": template("in_app", {
    en: {
      title: "Decided: {{ case.subject }}",
      body: `${WHO.en} has decided, and {{ case.number }} is closed. Nothing is left to do.`,
      actions: [OPEN_CASE.en],
    },
    de: {
      title: "Entschieden: {{ case.subject }}",
      body: `${WHO.de} hat entschieden, {{ case.number }} ist geschlossen. Es ist nichts mehr zu tun.`,
      actions: [OPEN_CASE.de],
    },
  }),
  "contract-unsigned": template("in_app", {
    en: {
      title: "Never signed: {{ case.subject }}",
      body: "{{ case.number }} has ended without a signature. Decide whether to send it again or to let it go.",
      actions: [OPEN_CASE.en],
    },
    de: {
      title: "Nie unterschrieben: {{ case.subject }}",
      body: "{{ case.number }} ist ohne Unterschrift beendet. Entscheiden Sie, ob Sie neu senden oder es lassen.",
      actions: [OPEN_CASE.de],
    },
  }),
};
