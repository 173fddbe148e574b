import type { ResultWords } from "../types/result";
import { ltr, otherPeople } from "./numbers";

export const result: ResultWords = {
  title: {
    complete: "تم",
    link: "لحظة من فضلك",
    choice: "وصلت الإجابة",
    reply: "وصل الرد",
    snooze: "أُجِّل",
    acknowledge: "أنت تتولى الأمر",
    take_over: "الأمر لديك",
    hand_over: "أُحيل الأمر",
    need_help: "طُلبت المساعدة",
  },
  pressed: (label, at) => `ضغطت على «${label}»: ${at}.`,
  chosen: (choice, at) => `أجبت «${choice}»: ${at}.`,
  replied: (at) => `وصل ردّك: ${at}.`,
  tookOn: (at) => `تولّيت هذا الأمر: ${at}.`,
  snoozed: (until) => `سيعود إليك هذا: ${until}.`,
  goOn: (host) => `المتابعة إلى ${ltr(host)}`,
  closes: "أُغلق الأمر: لا مزيد من التذكيرات.",
  told: (names) => `سيُبلَّغ: ${names}.`,
  others: otherPeople,
  confirmation: "سيصلك تأكيد.",
  hasAnswer: (sender) => `وصلت إجابتك إلى ${sender}.`,
  staysOpen: "يبقى مفتوحًا حتى يُنجَز.",
  quietUntil: "حتى ذلك الحين لا تُرسَل تذكيرات بشأنه.",
};
