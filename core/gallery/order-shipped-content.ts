import { button, DEADLINE, HELLO, NEED_HELP, OPEN_CASE, TAKE_ON, template, WHO } from "./starter";

const FOLLOW = button(
  { id: "follow", kind: "link", url: "{{ data.url }}" },
  { en: "Follow the parcel", de: "Paket verfolgen" },
);
const YES = button(
  { id: "arrived", kind: "complete" },
  { en: "Yes, it arrived", de: "Ja, es ist da" },
);
const NO = button(
  { id: "missing", kind: "complete" },
  { en: "No, it is missing", de: "Nein, es fehlt" },
);
const answers = { en: [YES.en, NO.en], de: [YES.de, NO.de] };

/** What the order workflow says: when it comes, whether it came, and who looks for it. */
export const orderShippedContent = {
  "order-on-its-way": template("email", {
    en: {
      subject: "Order {{ data.number }} is on its way",
      preheader: "{{ data.items }}, with {{ data.carrier }}",
      body: `${HELLO.en}

good news: your parcel left our warehouse today (**{{ data.items }}**). {{ data.carrier }} brings it by **${DEADLINE.en}**.

If you are not at home then, choose another day or a neighbour on the carrier's page. There is nothing else to do.`,
      actions: [FOLLOW.en],
    },
    de: {
      subject: "Bestellung {{ data.number }} ist unterwegs",
      preheader: "{{ data.items }}, mit {{ data.carrier }}",
      body: `${HELLO.de}

gute Nachricht: Ihr Paket hat heute unser Lager verlassen (**{{ data.items }}**). {{ data.carrier }} bringt es bis: **${DEADLINE.de}**.

Wenn dann niemand zu Hause ist, wählen Sie auf der Seite des Paketdienstes einen anderen Tag oder Nachbarn. Sonst ist nichts zu tun.`,
      actions: [FOLLOW.de],
    },
  }),
  "order-on-its-way-app": template("in_app", {
    en: {
      title: "On its way: order {{ data.number }}",
      body: `Your parcel ({{ data.items }}) comes by ${DEADLINE.en}. If you are not at home then, choose another day on the carrier's page.`,
      actions: [FOLLOW.en],
    },
    de: {
      title: "Unterwegs: Bestellung {{ data.number }}",
      body: `Ihr Paket ({{ data.items }}) kommt bis: ${DEADLINE.de}. Wenn dann niemand zu Hause ist, wählen Sie beim Paketdienst einen anderen Tag.`,
      actions: [FOLLOW.de],
    },
  }),
  "order-today-push": template("push", {
    en: {
      title: "It comes today: order {{ data.number }}",
      body: "{{ data.carrier }} has your parcel on board. Please be there, or choose a neighbour.",
      actions: [FOLLOW.en],
    },
    de: {
      title: "Heute kommt Bestellung {{ data.number }}",
      body: "{{ data.carrier }} hat Ihr Paket an Bord. Bitte seien Sie da, oder wählen Sie einen Nachbarn.",
      actions: [FOLLOW.de],
    },
  }),
  "order-today-sms": template("sms", {
    en: {
      body: "Order {{ data.number }} comes today with {{ data.carrier }}. Please be there, or choose a neighbour.",
      actions: [FOLLOW.en],
    },
    de: {
      body: "Bestellung {{ data.number }} kommt heute mit {{ data.carrier }}. Bitte seien Sie da, oder wählen Sie einen Nachbarn.",
      actions: [FOLLOW.de],
    },
  }),
  "order-arrived": template("email", {
    en: {
      subject: "Did order {{ data.number }} arrive?",
      preheader: "{{ data.items }}: yes or no, one press",
      body: `${HELLO.en}

your parcel (**{{ data.items }}**) was expected by **${DEADLINE.en}**. Did it arrive?

One press is enough. If it is missing, we start looking at once, so that you do not have to call anybody. If we hear nothing within five days, we take it that all is well.`,
      actions: answers.en,
    },
    de: {
      subject: "Ist Bestellung {{ data.number }} angekommen?",
      preheader: "{{ data.items }}: ja oder nein, ein Druck genügt",
      body: `${HELLO.de}

Ihr Paket (**{{ data.items }}**) sollte bei Ihnen sein bis: **${DEADLINE.de}**. Ist es angekommen?

Ein Druck genügt. Wenn es fehlt, suchen wir sofort, und Sie müssen niemanden anrufen. Hören wir innerhalb von fünf Tagen nichts, gehen wir davon aus, dass alles gut ist.`,
      actions: answers.de,
    },
  }),
  "order-arrived-app": template("in_app", {
    en: {
      title: "Did order {{ data.number }} arrive?",
      body: `It was expected by ${DEADLINE.en}. Tell us if it is missing, so that we can look for it at once.`,
      actions: answers.en,
    },
    de: {
      title: "Ist Bestellung {{ data.number }} angekommen?",
      body: `Das Paket sollte da sein bis: ${DEADLINE.de}. Sagen Sie es uns, wenn es fehlt, dann suchen wir sofort.`,
      actions: answers.de,
    },
  }),
  "order-told": template("email", {
    en: {
      subject: "We are looking for order {{ data.number }}",
      body: `${HELLO.en}

we are sorry that your parcel (**{{ data.items }}**) has not reached you; it was due **${DEADLINE.en}**. **A manager will now be handling this** and asks {{ data.carrier }} where it is. You do not have to do anything.

If you find it in the meantime, tell us with one press.`,
      actions: [YES.en],
    },
    de: {
      subject: "Wir suchen Bestellung {{ data.number }}",
      body: `${HELLO.de}

es tut uns leid, dass Ihr Paket (**{{ data.items }}**) nicht bei Ihnen ist. Fällig war es: **${DEADLINE.de}**. **Darum kümmert sich jetzt eine Führungskraft** und fragt bei {{ data.carrier }} nach. Sie müssen nichts tun.

Wenn es inzwischen auftaucht, genügt ein Druck.`,
      actions: [YES.de],
    },
  }),
  "order-missing": template("email", {
    en: {
      subject: "Please look for it: {{ case.subject }}",
      preheader: `${WHO.en}, {{ data.carrier }}, {{ case.number }}`,
      body: `${HELLO.en}

**${WHO.en}** has not received the parcel (**{{ data.items }}**). {{ data.carrier }} was to deliver it by **${DEADLINE.en}**.

[Follow the parcel]({{ data.url }}) and ask the carrier; if it is lost, send it again. It cannot wait, the customer knows that somebody is looking. If nobody takes this on in time, the whole desk is asked.`,
      actions: [TAKE_ON.en, NEED_HELP.en, OPEN_CASE.en],
    },
    de: {
      subject: "Bitte suchen: {{ case.subject }}",
      preheader: `${WHO.de}, {{ data.carrier }}, {{ case.number }}`,
      body: `${HELLO.de}

**${WHO.de}** hat das Paket (**{{ data.items }}**) nicht erhalten. {{ data.carrier }} sollte liefern bis: **${DEADLINE.de}**.

[Verfolgen Sie das Paket]({{ data.url }}) und fragen Sie den Paketdienst; wenn es verloren ist, senden Sie neu. Der Kunde weiß, dass gesucht wird. Wenn niemand rechtzeitig übernimmt, werden alle gefragt.`,
      actions: [TAKE_ON.de, NEED_HELP.de, OPEN_CASE.de],
    },
  }),
  "order-thanks": template("in_app", {
    en: {
      title: "Thank you: order {{ data.number }} has arrived",
      body: "We are glad that your parcel reached you. There is nothing left to do.",
    },
    de: {
      title: "Vielen Dank: Bestellung {{ data.number }} ist da",
      body: "Schön, dass Ihr Paket bei Ihnen ist. Es ist nichts mehr zu tun.",
    },
  }),
  "order-found": template("in_app", {
    en: {
      title: "It arrived: {{ case.subject }}",
      body: `${WHO.en} has received the parcel. {{ case.number }} is closed, the search can end.`,
      actions: [OPEN_CASE.en],
    },
    de: {
      title: "Angekommen: {{ case.subject }}",
      body: `${WHO.de} hat das Paket erhalten. {{ case.number }} ist geschlossen, die Suche kann enden.`,
      actions: [OPEN_CASE.de],
    },
  }),
  "order-unsolved": template("in_app", {
    en: {
      title: "Still missing: {{ case.subject }}",
      body: "{{ case.number }} has ended and the parcel was not found. Decide whether to send it again or to refund it.",
      actions: [OPEN_CASE.en],
    },
    de: {
      title: "Weiterhin verschollen: {{ case.subject }}",
      body: "{{ case.number }} ist beendet, das Paket wurde nicht gefunden. Entscheiden Sie, ob neu gesendet oder erstattet wird.",
      actions: [OPEN_CASE.de],
    },
  }),
  "order-assumed": template("email", {
    en: {
      subject: "Order {{ data.number }}: we take it that it arrived",
      body: `${HELLO.en}

we have not heard that your parcel (**{{ data.items }}**) is missing, so we close this order. If something is wrong after all, reply to this message and we will look into it.`,
    },
    de: {
      subject: "Bestellung {{ data.number }}: sicher angekommen?",
      body: `${HELLO.de}

wir haben nicht gehört, dass Ihr Paket fehlt (**{{ data.items }}**), und schließen diese Bestellung ab. Wenn doch etwas nicht stimmt, antworten Sie uns, und wir kümmern uns darum.`,
    },
  }),
};
