import { button, DEADLINE, HELLO, NEED_HELP, OPEN_CASE, TAKE_ON, template, WHO } from "./starter";

const RENEW = button(
  { id: "renew", kind: "complete" },
  { en: "Renew my plan", de: "Vertrag verlängern" },
);
const LATER = button(
  { id: "later", kind: "snooze" },
  { en: "Decide later", de: "Später entscheiden" },
);
const asked = { en: [RENEW.en, LATER.en], de: [RENEW.de, LATER.de] };

const PRICE = "{{ data.amount | money: data.currency }}";

/** What the subscription renewal workflow says: no pressure, the price, and what happens otherwise. */
export const subscriptionRenewalContent = {
  "renewal-early": template("email", {
    en: {
      subject: "Your {{ data.plan }} plan ends in a month",
      preheader: `${PRICE} for the next year, {{ data.seats }} seats`,
      body: `${HELLO.en}

your **{{ data.plan }}** plan with {{ data.seats }} {{ data.seats | plural: "seat", "seats" }} ends on **${DEADLINE.en}**. The next year costs **${PRICE}**.

You need to do nothing today. If you want to change seats or the plan, this is a good moment: [look at your plan]({{ data.url }}).`,
      actions: asked.en,
    },
    de: {
      subject: "Ihr Vertrag {{ data.plan }} endet in einem Monat",
      preheader: `${PRICE} für das nächste Jahr, {{ data.seats }} Plätze`,
      body: `${HELLO.de}

Ihr Vertrag **{{ data.plan }}** mit {{ data.seats }} {{ data.seats | plural: "Platz", "Plätzen" }} endet: **${DEADLINE.de}**. Das nächste Jahr kostet **${PRICE}**.

Heute müssen Sie nichts tun. Wenn Sie Plätze oder Vertrag ändern möchten, ist jetzt ein guter Moment: [Ihr Vertrag]({{ data.url }}).`,
      actions: asked.de,
    },
  }),
  "renewal-week": template("email", {
    en: {
      subject: "One week left to renew {{ data.plan }}",
      preheader: `Without a renewal, access ends {% if due %}{{ due | relative }}{% else %}as agreed{% endif %}`,
      body: `${HELLO.en}

your **{{ data.plan }}** plan ends on **${DEADLINE.en}**. Without a renewal, your team cannot sign in after that day; your data is kept for 30 days.

Renewing takes one press and costs **${PRICE}** for the year.`,
      actions: asked.en,
    },
    de: {
      subject: "Noch eine Woche für die Verlängerung von {{ data.plan }}",
      preheader: `Ohne Verlängerung endet der Zugang {% if due %}{{ due | relative }}{% else %}wie vereinbart{% endif %}`,
      body: `${HELLO.de}

Ihr Vertrag **{{ data.plan }}** endet: **${DEADLINE.de}**. Ohne Verlängerung kann sich Ihr Team danach nicht mehr anmelden; Ihre Daten bleiben 30 Tage erhalten.

Die Verlängerung ist ein Druck auf den Knopf und kostet **${PRICE}** für das Jahr.`,
      actions: asked.de,
    },
  }),
  "renewal-week-app": template("in_app", {
    en: {
      title: "{{ data.plan }} ends {% if due %}{{ due | relative }}{% else %}soon{% endif %}",
      body: `Renew by ${DEADLINE.en}; otherwise your team cannot sign in after that.`,
      actions: asked.en,
    },
    de: {
      title: "{{ data.plan }} endet {% if due %}{{ due | relative }}{% else %}bald{% endif %}",
      body: `Verlängern Sie bis: ${DEADLINE.de}; sonst kann sich Ihr Team danach nicht mehr anmelden.`,
      actions: asked.de,
    },
  }),
  "renewal-tomorrow-push": template("push", {
    en: {
      title: "{{ data.plan }} ends {{ due | relative }}",
      body: "Renew today so that your team keeps its access.",
      actions: [RENEW.en],
    },
    de: {
      title: "{{ data.plan }} endet {{ due | relative }}",
      body: "Verlängern Sie heute, damit Ihr Team seinen Zugang behält.",
      actions: [RENEW.de],
    },
  }),
  "renewal-tomorrow-sms": template("sms", {
    en: {
      body: "Your {{ data.plan }} plan ends {{ due | relative }}. Renew with one press so that your team keeps its access.",
      actions: [RENEW.en],
    },
    de: {
      body: "Ihr Vertrag {{ data.plan }} endet {{ due | relative }}. Ein Druck genügt, damit Ihr Team seinen Zugang behält.",
      actions: [RENEW.de],
    },
  }),
  "renewal-told": template("email", {
    en: {
      subject: "Your {{ data.plan }} plan: somebody will call you",
      body: `${HELLO.en}

your **{{ data.plan }}** plan ended on **${DEADLINE.en}**. **A manager will now be handling this**{% if case.owner %}: {{ case.owner }}{% endif %}, and will contact you within a day.

If you want to renew yourself, you still can with one press.`,
      actions: [RENEW.en],
    },
    de: {
      subject: "Ihr Vertrag {{ data.plan }}: jemand meldet sich bei Ihnen",
      body: `${HELLO.de}

Ihr Vertrag **{{ data.plan }}** ist ausgelaufen: **${DEADLINE.de}**. **Darum kümmert sich jetzt eine Führungskraft**{% if case.owner %}: {{ case.owner }}{% endif %}, und meldet sich innerhalb eines Tages.

Wenn Sie selbst verlängern möchten, geht das weiterhin mit einem Druck.`,
      actions: [RENEW.de],
    },
  }),
  "renewal-at-risk": template("email", {
    en: {
      subject: "Renewal at risk: {{ case.subject }}",
      preheader: `${PRICE} a year, {{ data.seats }} seats, {{ case.number }}`,
      body: `${HELLO.en}

**${WHO.en}** has not renewed **{{ data.plan }}** (${PRICE} a year). The plan ended on **${DEADLINE.en}**.

Three messages were sent without an answer. If nobody takes this on in time, the whole team is asked. You can call, give it to somebody else, move the date, or close it.`,
      actions: [TAKE_ON.en, NEED_HELP.en, OPEN_CASE.en],
    },
    de: {
      subject: "Verlängerung gefährdet: {{ case.subject }}",
      preheader: `${PRICE} im Jahr, {{ data.seats }} Plätze, {{ case.number }}`,
      body: `${HELLO.de}

**${WHO.de}** hat **{{ data.plan }}** nicht verlängert (${PRICE} im Jahr). Vertragsende: **${DEADLINE.de}**.

Drei Nachrichten blieben ohne Antwort. Wenn niemand rechtzeitig übernimmt, wird das ganze Team gefragt. Sie können anrufen, abgeben, das Datum verschieben oder schließen.`,
      actions: [TAKE_ON.de, NEED_HELP.de, OPEN_CASE.de],
    },
  }),
  "renewal-thanks": template("email", {
    en: {
      subject: "Thank you: {{ data.plan }} is renewed",
      body: `${HELLO.en}

thank you for staying. Your **{{ data.plan }}** plan with {{ data.seats }} {{ data.seats | plural: "seat", "seats" }} is renewed for a year. There is nothing more to do.`,
    },
    de: {
      subject: "Vielen Dank: {{ data.plan }} ist verlängert",
      body: `${HELLO.de}

vielen Dank, dass Sie bleiben. Ihr Vertrag **{{ data.plan }}** mit {{ data.seats }} {{ data.seats | plural: "Platz", "Plätzen" }} ist um ein Jahr verlängert. Es ist nichts mehr zu tun.`,
    },
  }),
  "renewal-goodbye": template("email", {
    en: {
      subject: "Your {{ data.plan }} plan is canceled, as you asked",
      body: `${HELLO.en}

we have canceled your **{{ data.plan }}** plan, and you will get no further messages about it. Your data is kept for 30 days, so you can come back. Thank you for the time with us.`,
    },
    de: {
      subject: "Ihr Vertrag {{ data.plan }} ist wie gewünscht beendet",
      body: `${HELLO.de}

wir haben Ihren Vertrag **{{ data.plan }}** beendet, und Sie bekommen dazu keine Nachrichten mehr. Ihre Daten bleiben 30 Tage erhalten, falls Sie zurückkommen. Vielen Dank für die gemeinsame Zeit.`,
    },
  }),
  "renewal-closed": template("in_app", {
    en: {
      title: "Closed: {{ case.subject }}",
      body: "{{ case.number }} is decided. Nothing is left to do.",
      actions: [OPEN_CASE.en],
    },
    de: {
      title: "Erledigt: {{ case.subject }}",
      body: "{{ case.number }} ist entschieden. Es ist nichts mehr zu tun.",
      actions: [OPEN_CASE.de],
    },
  }),
  "renewal-lapsed": template("in_app", {
    en: {
      title: "Lapsed: {{ case.subject }}",
      body: `${WHO.en} did not renew, and nobody reached them. {{ case.number }} has ended.`,
      actions: [OPEN_CASE.en],
    },
    de: {
      title: "Ausgelaufen: {{ case.subject }}",
      body: `${WHO.de} hat nicht verlängert und war nicht zu erreichen. {{ case.number }} ist beendet.`,
      actions: [OPEN_CASE.de],
    },
  }),
};
