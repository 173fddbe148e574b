import { button, HELLO, template, WHO } from "./starter";

const ACK = button({ id: "ack", kind: "complete" }, { en: "I have it", de: "Ich übernehme" });
const asked = { en: [ACK.en], de: [ACK.de] };

/** What the incident workflow says: what, how bad, since when, and who is asked next. */
export const securityIncidentContent = {
  "incident-push": template("push", {
    en: {
      title: "{{ data.severity }}: {{ data.title }}",
      body: "Acknowledge within 5 minutes, or your backup is called.",
      actions: asked.en,
    },
    de: {
      title: "{{ data.severity }}: {{ data.title }}",
      body: "Innerhalb von 5 Minuten bestätigen, sonst wird die Vertretung gerufen.",
      actions: asked.de,
    },
  }),
  "incident-sms": template("sms", {
    en: {
      body: "Security: {{ data.severity }} {{ data.title }} ({{ data.system }}). You are on call. Acknowledge within 5 minutes, or your backup is called.",
      actions: asked.en,
    },
    de: {
      body: "Security: {{ data.severity }} {{ data.title }} ({{ data.system }}). Sie haben Bereitschaft. Bitte innerhalb von 5 Minuten annehmen, sonst wird die Vertretung gerufen.",
      actions: asked.de,
    },
  }),
  "incident-app": template("in_app", {
    en: {
      title: "{{ data.severity }}: {{ data.title }}",
      body: "{{ data.system }}, since {{ case.openedAt | time }}. You are on call; if you do not acknowledge within 5 minutes, your backup is called.",
      actions: asked.en,
    },
    de: {
      title: "{{ data.severity }}: {{ data.title }}",
      body: "{{ data.system }}, seit {{ case.openedAt | time }}. Sie haben Bereitschaft; wenn Sie nicht innerhalb von 5 Minuten bestätigen, wird die Vertretung gerufen.",
      actions: asked.de,
    },
  }),
  "incident-email": template("email", {
    en: {
      subject: "Not acknowledged: {{ data.severity }} {{ data.title }}",
      preheader: "{{ data.system }}, {{ case.number }}",
      body: `${HELLO.en}

**{{ data.severity }}: {{ data.title }}** on {{ data.system }} is not acknowledged yet. It was declared at {{ case.openedAt | time }}.

What is known: {{ data.summary }}

You are on call. If you do not acknowledge within 5 minutes, your backup is called.`,
      actions: asked.en,
    },
    de: {
      subject: "Nicht bestätigt: {{ data.severity }} {{ data.title }}",
      preheader: "{{ data.system }}, {{ case.number }}",
      body: `${HELLO.de}

**{{ data.severity }}: {{ data.title }}** auf {{ data.system }} ist noch nicht bestätigt. Gemeldet um {{ case.openedAt | time }}.

Was bekannt ist: {{ data.summary }}

Sie haben Bereitschaft. Wenn Sie nicht innerhalb von 5 Minuten bestätigen, wird die Vertretung gerufen.`,
      actions: asked.de,
    },
  }),
  "incident-escalated-sms": template("sms", {
    en: {
      body: "Security: {{ data.severity }} {{ data.title }} ({{ data.system }}). Nobody has acknowledged it so far. Please take it within 5 minutes, or the next level is called.",
      actions: asked.en,
    },
    de: {
      body: "Security: {{ data.severity }} {{ data.title }} ({{ data.system }}). Bisher hat niemand angenommen. Bitte innerhalb von 5 Minuten annehmen, sonst folgt die nächste Stufe.",
      actions: asked.de,
    },
  }),
  "incident-escalated": template("email", {
    en: {
      subject: "Nobody on it: {{ data.severity }} {{ data.title }}",
      preheader: "{{ data.system }}, {{ case.number }}",
      body: `${HELLO.en}

**{{ data.severity }}: {{ data.title }}** on {{ data.system }}, declared at {{ case.openedAt | time }}.

${WHO.en} is on call and has not acknowledged by push, SMS or email. What is known: {{ data.summary }}

Take it with one press; otherwise the next level is called within minutes.`,
      actions: asked.en,
    },
    de: {
      subject: "Niemand übernimmt: {{ data.severity }} {{ data.title }}",
      preheader: "{{ data.system }}, {{ case.number }}",
      body: `${HELLO.de}

**{{ data.severity }}: {{ data.title }}** auf {{ data.system }}, gemeldet um {{ case.openedAt | time }}.

${WHO.de} hat Bereitschaft und weder auf Push noch auf SMS oder E-Mail reagiert. Was bekannt ist: {{ data.summary }}

Übernehmen Sie mit einem Druck; sonst folgt innerhalb von Minuten die nächste Stufe.`,
      actions: asked.de,
    },
  }),
  "incident-told": template("in_app", {
    en: {
      title: "Your backup was called: {{ data.title }}",
      body: "You have not acknowledged within 10 minutes. A manager will now be handling this, unless you press “I have it” first.",
      actions: asked.en,
    },
    de: {
      title: "Die Vertretung wurde gerufen: {{ data.title }}",
      body: "Innerhalb von 10 Minuten kam keine Bestätigung. Darum kümmert sich jetzt eine Führungskraft, wenn Sie nicht vorher annehmen.",
      actions: asked.de,
    },
  }),
  "incident-taken": template("in_app", {
    en: {
      title: "Acknowledged: {{ data.title }}",
      body: "Thank you. {{ case.number }} is acknowledged, and nobody else will be called.",
    },
    de: {
      title: "Bestätigt: {{ data.title }}",
      body: "Vielen Dank. {{ case.number }} ist bestätigt, und niemand wird mehr gerufen.",
    },
  }),
  "incident-stand-down": template("email", {
    en: {
      subject: "Acknowledged: {{ data.severity }} {{ data.title }}",
      body: `${HELLO.en}

**{{ data.title }}** is acknowledged. You were called because nobody had taken it; you are no longer needed. Thank you for being there.`,
    },
    de: {
      subject: "Bestätigt: {{ data.severity }} {{ data.title }}",
      body: `${HELLO.de}

**{{ data.title }}** ist bestätigt. Sie wurden gerufen, weil niemand übernommen hatte; Sie werden nicht mehr gebraucht. Danke, dass Sie da waren.`,
    },
  }),
  "incident-unanswered": template("email", {
    en: {
      subject: "Nobody acknowledged: {{ data.severity }} {{ data.title }}",
      body: `${HELLO.en}

nobody acknowledged **{{ data.title }}** on {{ data.system }}, although everyone on the list was called. Please look at it now, and at the on-call plan after that.`,
    },
    de: {
      subject: "Niemand hat bestätigt: {{ data.severity }} {{ data.title }}",
      body: `${HELLO.de}

niemand hat **{{ data.title }}** auf {{ data.system }} bestätigt, obwohl alle auf der Liste gerufen wurden. Bitte sehen Sie jetzt danach und anschließend nach dem Bereitschaftsplan.`,
    },
  }),
};
