import { button, DEADLINE, HELLO, template } from "./starter";

const GO = button(
  { id: "start-survey", kind: "link", url: "{{ data.url }}" },
  { en: "Tell us how it was", de: "Sagen, wie es war" },
);

const QUESTIONS = {
  en: '{{ data.questions }} {{ data.questions | plural: "question", "questions" }}',
  de: '{{ data.questions }} {{ data.questions | plural: "Frage", "Fragen" }}',
};

/** What the survey workflow says: how long it takes, what it is for, and that nobody will insist. */
export const surveyContent = {
  "survey-invite": template("email", {
    en: {
      subject: "How was it? {{ data.visit }}",
      preheader: `${QUESTIONS.en}, one minute`,
      body: `${HELLO.en}

thank you for your time{% if data.host %} with {{ data.host }}{% endif %} (**{{ data.visit }}**). How was it for you?

We have ${QUESTIONS.en}, and they take a minute. Your answers show us what to keep and what to change, because we cannot see that from here. The survey is open until **${DEADLINE.en}**.`,
      actions: [GO.en],
    },
    de: {
      subject: "Wie war es? {{ data.visit }}",
      preheader: `${QUESTIONS.de}, eine Minute`,
      body: `${HELLO.de}

vielen Dank für Ihre Zeit{% if data.host %} mit {{ data.host }}{% endif %} (**{{ data.visit }}**). Wie war es für Sie?

Wir haben ${QUESTIONS.de}, sie dauern eine Minute. Ihre Antworten zeigen uns, was gut ist und was sich ändern soll, weil wir das von hier nicht sehen. Offen bis: **${DEADLINE.de}**.`,
      actions: [GO.de],
    },
  }),
  "survey-reminder": template("email", {
    en: {
      subject: "One minute for us? {{ data.visit }}",
      preheader: "The only reminder",
      body: `${HELLO.en}

a few days ago we asked you how it was: **{{ data.visit }}**. If you have a minute, we would still like to know; the survey is open until **${DEADLINE.en}**.

This is the only reminder. If you would rather not answer, there is nothing to do.`,
      actions: [GO.en],
    },
    de: {
      subject: "Eine Minute für uns? {{ data.visit }}",
      preheader: "Die einzige Erinnerung",
      body: `${HELLO.de}

vor ein paar Tagen haben wir Sie gefragt, wie es war: **{{ data.visit }}**. Wenn Sie eine Minute haben, freuen wir uns über Ihre Antwort. Offen bis: **${DEADLINE.de}**.

Dies ist die einzige Erinnerung. Wenn Sie nicht antworten möchten, müssen Sie nichts tun.`,
      actions: [GO.de],
    },
  }),
  "survey-thanks": template("in_app", {
    en: {
      title: "Thank you for your answers",
      body: "We read every one. There is nothing left to do.",
    },
    de: {
      title: "Vielen Dank für Ihre Antworten",
      body: "Wir lesen jede einzelne. Es ist nichts mehr zu tun.",
    },
  }),
};
