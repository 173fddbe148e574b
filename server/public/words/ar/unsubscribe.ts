import type { UnsubscribeWords } from "../types/unsubscribe";
import { ltr } from "./numbers";

export const unsubscribe: UnsubscribeWords = {
  title: (topic) => `إيقاف رسائل البريد «${topic}»؟`,
  lead: (address) => `تتوقف فورًا رسائل البريد حول هذا الموضوع إلى ${ltr(address)}.`,
  leadPlain: "تتوقف فورًا رسائل البريد حول هذا الموضوع.",
  stop: "إيقاف هذه الرسائل",
  stopAll: "إيقاف كل ما هو اختياري",
  choose: "اختيار ما يصلك بدلًا من ذلك",
  off: (topic) => `أُوقفت رسائل البريد «${topic}»`,
  offText: "يسري هذا من الآن، حتى على الرسائل التي تنتظر الإرسال.",
  duty: "يظل يصلك ما يخص دورك، كأن يحتاج أحد إلى مساعدتك.",
  allOff: "أُوقف كل ما هو اختياري",
  allOffText: "يسري هذا من الآن، على كل القنوات.",
  stillRequired: (topics) => `ما زال يُرسَل لأنه إلزامي: ${topics}.`,
  required: (topic) => `لا يمكن إيقاف رسائل البريد «${topic}»`,
  requiredText: (sender) =>
    `يعدّ ${sender} هذا الموضوع إلزاميًا، فتُرسَل هذه الرسائل إلى كل من تعنيه. لم يتغيّر شيء.`,
  noTopic: "لا يمكن إيقاف هذه الرسالة",
  noTopicText: (sender) => `لا تنتمي إلى أي موضوع يتيح لك ${sender} اختياره. لم يتغيّر شيء.`,
  contact: (address) => `إذا كنت ترى أنها لا ينبغي أن تصلك، فاكتب إلى ${ltr(address)}.`,
  lessOften: "مرات أقل بدلًا من ذلك",
  rate: {
    daily: "رسالة واحدة في اليوم على الأكثر",
    weekly: "رسالة واحدة في الأسبوع على الأكثر",
    last_reminder: "التذكير الأخير فقط",
  },
  less: (topic) => `«${topic}» تصل مرات أقل`,
  lessText: {
    daily: "من الآن: رسالة واحدة في اليوم على الأكثر.",
    weekly: "من الآن: رسالة واحدة في الأسبوع على الأكثر.",
    last_reminder: "من الآن: التذكير الأخير فقط.",
  },
  undo: "تراجع",
  undone: "تم التراجع",
  undoneText: (topics) => `عاد كل شيء كما كان: ${topics}.`,
  why: "لماذا؟ لست ملزمًا بالإجابة.",
  reason: {
    too_many: "رسائل كثيرة جدًا",
    not_for_me: "ليست موجّهة إليّ",
    unclear: "لا أعرف ما هذا",
    elsewhere: "أراها في مكان آخر",
  },
  thanks: "شكرًا، سُجِّل ذلك.",
  oneClick: (topic) => `أُوقفت رسائل البريد «${topic}».`,
};
