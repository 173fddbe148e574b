import type { ActionWords } from "../types/action";
import { chars, days, ltr } from "./numbers";

export const action: ActionWords = {
  due: "الاستحقاق",
  reference: "المرجع",
  nothingYet: (sender) => `لم يحدث شيء بعد. الضغط على الزر يُعلِم ${sender}.`,
  opens: (host) => `يفتح ${ltr(host)}.`,
  sendAnswer: "إرسال الإجابة",
  sendReply: "إرسال الرد",
  replyLimit: (n) => `حتى ${chars(n)}.`,
  remindThen: "ذكِّرني حينها",
  tomorrow: "غدًا",
  nextWeek: "الأسبوع القادم",
  onDate: "في يوم آخر",
  dateHint: (time, city) => `الساعة ${time} بتوقيت ${city}.`,
  chooseOne: "اختر إحدى الإجابات.",
  writeSomething: "اكتب بضع كلمات أولًا.",
  replyTooLong: (n) => `اكتب ${chars(n)} على الأكثر.`,
  dateNeeded: (n) => `اختر يومًا ابتداءً من الغد، خلال ${days(n)} على الأكثر.`,
  viewMessage: "عرض الرسالة",
  settings: "إعدادات الرسائل",
};
