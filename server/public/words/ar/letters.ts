import type { LetterWords } from "../types/letters";
import { days, ltr, minutes } from "./numbers";

const notYou = (what: string) => `لم تطلب ذلك؟ لا حاجة إلى أي إجراء: ${what}`;

export const letters: LetterWords = {
  fresh: (sender, n) => ({
    subject: `رابطك إلى إعدادات رسائل ${sender}`,
    text: `هذا هو الرابط الجديد إلى ما يصلك من ${sender}. يعمل لمدة ${days(n)}. لا تُعطه لأحد: من يملكه يستطيع تغيير إعداداتك.`,
    button: "فتح إعدادات الرسائل",
    footer: notYou("لم يتغيّر شيء."),
  }),
  code: (sender, code, n) => ({
    subject: `${code} هو رمزك لدى ${sender}`,
    text: `أدخل هذا الرمز في الصفحة التي طلبته منها. بعدها يراسلك ${sender} على هذا العنوان. يعمل الرمز لمدة ${minutes(n)}.`,
    footer: notYou("لا يُستخدم هذا العنوان من دون الرمز. لا تخبر أحدًا بالرمز."),
  }),
  codeSms: (sender, code, n) =>
    `${sender}: رمزك هو ${code}. يعمل لمدة ${minutes(n)}. لا تخبر به أحدًا.`,
  changed: (sender, address) => ({
    subject: `لن يراسلك ${sender} على هذا العنوان بعد الآن`,
    text: `تغيّر عنوانك في صفحة الإعدادات: تُرسَل رسائل ${sender} من الآن إلى ${ltr(address)}. ولم تعد الروابط في الرسائل السابقة تعمل.`,
    footer: `لم تكن أنت؟ أخبر ${sender} فورًا.`,
  }),
  changedSms: (sender) =>
    `${sender}: تغيّر رقمك، وتُرسَل الرسائل من الآن إلى الرقم الجديد. لم تكن أنت؟ أخبر ${sender} فورًا.`,
};
