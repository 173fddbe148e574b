import { button, DEADLINE, HELLO, NEED_HELP, OPEN_CASE, TAKE_ON, template, WHO } from "./starter";

const PAY = button(
  { id: "pay", kind: "link", url: '{{ data.url | default: "https://pay.example.com" }}' },
  { en: "Pay now", de: "Jetzt bezahlen" },
);
const PAID = button(
  { id: "paid", kind: "complete" },
  { en: "I have paid", de: "Ich habe bezahlt" },
);
const LATER = button(
  { id: "later", kind: "snooze" },
  { en: "Remind me later", de: "Später erinnern" },
);

const AMOUNT = "{{ data.amount | money: data.currency }}";
const asked = { en: [PAY.en, PAID.en, LATER.en], de: [PAY.de, PAID.de, LATER.de] };
const short = { en: [PAY.en, PAID.en], de: [PAY.de, PAID.de] };

/** What the unpaid invoice workflow says: friendly, then clear, then formal. */
export const unpaidInvoiceContent = {
  "invoice-first": template("email", {
    en: {
      subject: "Your invoice {{ data.number }}",
      preheader: `${AMOUNT}, due {% if due %}{{ due | date: "day" }}{% else %}as agreed{% endif %}`,
      body: `${HELLO.en}

thank you for your order. Invoice **{{ data.number }}** over **${AMOUNT}** is ready. Please pay it by **${DEADLINE.en}**.

If you find a mistake on it, tell us before that day and we will sort it out together.`,
      actions: asked.en,
    },
    de: {
      subject: "Ihre Rechnung {{ data.number }}",
      preheader: `${AMOUNT}, fällig {% if due %}am {{ due | date: "day" }}{% else %}wie vereinbart{% endif %}`,
      body: `${HELLO.de}

vielen Dank für Ihren Auftrag. Rechnung **{{ data.number }}** über **${AMOUNT}** liegt bereit. Bitte begleichen Sie sie bis: **${DEADLINE.de}**.

Wenn etwas nicht stimmt, sagen Sie uns bitte vorher Bescheid, dann klären wir es gemeinsam.`,
      actions: asked.de,
    },
  }),
  "invoice-first-app": template("in_app", {
    en: {
      title: "Invoice {{ data.number }}: {{ data.amount | money: data.currency }}",
      body: `Please pay by ${DEADLINE.en}. If you have paid already, tell us here.`,
      actions: short.en,
    },
    de: {
      title: "Rechnung {{ data.number }}: {{ data.amount | money: data.currency }}",
      body: `Bitte bezahlen bis: ${DEADLINE.de}. Wenn Sie schon bezahlt haben, sagen Sie es uns hier.`,
      actions: short.de,
    },
  }),
  "invoice-reminder": template("email", {
    en: {
      subject: "Invoice {{ data.number }} is due {{ due | relative }}",
      preheader: `First of three reminders: ${AMOUNT}`,
      body: `${HELLO.en}

a friendly reminder: invoice **{{ data.number }}** over **${AMOUNT}** is due **${DEADLINE.en}**.

If your payment is on its way, press “I have paid” and you will not hear about it again.

When will you do it? Today takes two minutes; otherwise choose “Remind me later” and pick a day.`,
      actions: asked.en,
    },
    de: {
      subject: "Rechnung {{ data.number }} ist {{ due | relative }} fällig",
      preheader: `Erste von drei Erinnerungen: ${AMOUNT}`,
      body: `${HELLO.de}

eine freundliche Erinnerung: Rechnung **{{ data.number }}** über **${AMOUNT}** ist fällig: **${DEADLINE.de}**.

Wenn Ihre Zahlung unterwegs ist, drücken Sie „Ich habe bezahlt“, und Sie hören davon nichts mehr.

Wann erledigen Sie es? Heute dauert es zwei Minuten; sonst wählen Sie „Später erinnern“ und einen Tag.`,
      actions: asked.de,
    },
  }),
  "invoice-due": template("email", {
    en: {
      subject: "Invoice {{ data.number }} is due today",
      preheader: `Second of three reminders: ${AMOUNT}`,
      body: `${HELLO.en}

invoice **{{ data.number }}** over **${AMOUNT}** is due **${DEADLINE.en}**.

After that it counts as overdue, and in three days we send a final notice. If you cannot pay all of it now, reply to this message and we will find a date that works.`,
      actions: asked.en,
    },
    de: {
      subject: "Rechnung {{ data.number }} ist heute fällig",
      preheader: `Zweite von drei Erinnerungen: ${AMOUNT}`,
      body: `${HELLO.de}

Rechnung **{{ data.number }}** über **${AMOUNT}** ist fällig: **${DEADLINE.de}**.

Danach gilt sie als überfällig, und in drei Tagen folgt die letzte Mahnung. Wenn Sie nicht alles sofort bezahlen können, antworten Sie uns, und wir finden einen Termin.`,
      actions: asked.de,
    },
  }),
  "invoice-due-sms": template("sms", {
    en: {
      body: `Invoice {{ data.number }} is due {{ due | relative }}. If you have paid, tell us with one press; otherwise please pay today.`,
      actions: [PAID.en],
    },
    de: {
      body: `Rechnung {{ data.number }} ist {{ due | relative }} fällig. Schon bezahlt? Ein Druck genügt; sonst bitte heute bezahlen.`,
      actions: [PAID.de],
    },
  }),
  "invoice-final": template("email", {
    en: {
      subject: "Final notice: invoice {{ data.number }} is overdue",
      preheader: `Third of three reminders: ${AMOUNT}`,
      body: `${HELLO.en}

invoice **{{ data.number }}** over **${AMOUNT}** was due **${DEADLINE.en}**, and we have not seen a payment.

Please pay within four days. If we have not heard from you by then, a manager will contact you about it.

If there is a reason, reply and we will look for a solution.`,
      actions: asked.en,
    },
    de: {
      subject: "Letzte Mahnung: Rechnung {{ data.number }} ist überfällig",
      preheader: `Dritte von drei Erinnerungen: ${AMOUNT}`,
      body: `${HELLO.de}

Rechnung **{{ data.number }}** über **${AMOUNT}** war fällig: **${DEADLINE.de}**. Eine Zahlung haben wir nicht gesehen.

Bitte bezahlen Sie innerhalb von vier Tagen. Wenn wir bis dahin nichts hören, meldet sich eine Führungskraft bei Ihnen.

Wenn es einen Grund gibt, antworten Sie uns, und wir suchen eine Lösung.`,
      actions: asked.de,
    },
  }),
  "invoice-final-app": template("in_app", {
    en: {
      title: "Invoice {{ data.number }} is overdue",
      body: "Please pay within four days. Otherwise a manager will contact you.",
      actions: short.en,
    },
    de: {
      title: "Rechnung {{ data.number }} ist überfällig",
      body: "Bitte bezahlen Sie innerhalb von vier Tagen. Sonst meldet sich eine Führungskraft.",
      actions: short.de,
    },
  }),
  "invoice-told": template("email", {
    en: {
      subject: "Invoice {{ data.number }}: a manager takes over",
      body: `${HELLO.en}

invoice **{{ data.number }}** over **${AMOUNT}** was due **${DEADLINE.en}**. **A manager will now be handling this**{% if case.owner %}: {{ case.owner }}{% endif %}.

You can still settle it yourself. If you have paid, press the button and everyone is told at once.`,
      actions: short.en,
    },
    de: {
      subject: "Rechnung {{ data.number }}: eine Führungskraft übernimmt",
      body: `${HELLO.de}

Rechnung **{{ data.number }}** über **${AMOUNT}** war fällig: **${DEADLINE.de}**. **Darum kümmert sich jetzt eine Führungskraft**{% if case.owner %}: {{ case.owner }}{% endif %}.

Sie können es weiterhin selbst erledigen. Wenn Sie bezahlt haben, drücken Sie den Knopf, und alle erfahren es sofort.`,
      actions: short.de,
    },
  }),
  "invoice-escalated": template("email", {
    en: {
      subject: "Please decide: {{ case.subject }}",
      preheader: `${WHO.en}, ${AMOUNT}, {{ case.number }}`,
      body: `${HELLO.en}

**${WHO.en}** has not paid invoice **{{ data.number }}** over **${AMOUNT}**. It was due **${DEADLINE.en}**.

What was tried: a first notice, two reminders and a final notice, without an answer. If nobody takes this on in time, it goes to the next level.

You can take it over, give it to somebody else, move the date, or close it.`,
      actions: [TAKE_ON.en, NEED_HELP.en, OPEN_CASE.en],
    },
    de: {
      subject: "Bitte entscheiden: {{ case.subject }}",
      preheader: `${WHO.de}, ${AMOUNT}, {{ case.number }}`,
      body: `${HELLO.de}

**${WHO.de}** hat Rechnung **{{ data.number }}** über **${AMOUNT}** nicht bezahlt. Sie war fällig: **${DEADLINE.de}**.

Versucht wurden: Rechnung, zwei Erinnerungen und letzte Mahnung, ohne Antwort. Wenn niemand rechtzeitig übernimmt, geht es an die nächste Stufe.

Sie können übernehmen, abgeben, das Datum verschieben oder den Fall schließen.`,
      actions: [TAKE_ON.de, NEED_HELP.de, OPEN_CASE.de],
    },
  }),
  "invoice-thanks": template("email", {
    en: {
      subject: "Thank you: invoice {{ data.number }} is settled",
      body: `${HELLO.en}

thank you. Invoice **{{ data.number }}** over **${AMOUNT}** is settled, and you will get no further reminders.

Everyone who was told about it has been informed. If this is a mistake, reply and we will open it again.`,
    },
    de: {
      subject: "Vielen Dank: Rechnung {{ data.number }} ist beglichen",
      body: `${HELLO.de}

vielen Dank. Rechnung **{{ data.number }}** über **${AMOUNT}** ist beglichen, und Sie bekommen keine weiteren Erinnerungen.

Alle, die davon wussten, sind informiert. Falls das ein Irrtum ist, antworten Sie uns, und wir öffnen den Fall wieder.`,
    },
  }),
  "invoice-closed": template("in_app", {
    en: {
      title: "Settled: {{ case.subject }}",
      body: `${WHO.en} has settled {{ case.number }}. Nothing is left to do.`,
      actions: [OPEN_CASE.en],
    },
    de: {
      title: "Erledigt: {{ case.subject }}",
      body: `${WHO.de} hat {{ case.number }} beglichen. Es ist nichts mehr zu tun.`,
      actions: [OPEN_CASE.de],
    },
  }),
  "invoice-expired": template("in_app", {
    en: {
      title: "Not settled: {{ case.subject }}",
      body: "{{ case.number }} has ended without a payment. Decide whether to write it off or to open it again.",
      actions: [OPEN_CASE.en],
    },
    de: {
      title: "Nicht beglichen: {{ case.subject }}",
      body: "{{ case.number }} ist ohne Zahlung beendet. Entscheiden Sie, ob er ausgebucht oder wieder geöffnet wird.",
      actions: [OPEN_CASE.de],
    },
  }),
};
