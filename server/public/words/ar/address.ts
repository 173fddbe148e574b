import type { AddressWords } from "../types/address";
import { ltr, minutes, tries } from "./numbers";

export const address: AddressWords = {
  title: "كيف نصل إليك",
  heading: { email: "البريد الإلكتروني", sms: "رقم الهاتف" },
  none: { email: "لا يوجد بريد إلكتروني مسجَّل", sms: "لا يوجد رقم هاتف مسجَّل" },
  change: { email: "تغيير البريد الإلكتروني", sms: "تغيير رقم الهاتف" },
  add: { email: "إضافة بريد إلكتروني", sms: "إضافة رقم هاتف" },
  field: { email: "البريد الإلكتروني الجديد", sms: "رقم الهاتف الجديد" },
  hint: {
    email: "نرسل رمزًا إليه.",
    sms: `مع رمز الدولة: ${ltr("+49 30 123456")}. نرسل رمزًا إليه.`,
  },
  sendCode: "إرسال الرمز",
  invalid: {
    email: `اكتب عنوان بريد إلكتروني، مثل ${ltr("name@example.com")}.`,
    sms: `اكتب الرقم مع رمز الدولة، مثل ${ltr("+49 30 123456")}.`,
  },
  codeSent: (to, n) =>
    `إذا كانت الرسائل تصل إلى ${ltr(to)}، فقد أُرسل إليه رمز من 6 أرقام. يعمل لمدة ${minutes(n)}.`,
  codeField: "الرمز",
  confirm: "تأكيد",
  again: "عنوان آخر",
  wrong: (left) => `هذا ليس الرمز. ${tries(left)}.`,
  over: "لم يعد هذا الرمز صالحًا. اطلب رمزًا جديدًا.",
  tooMany: "طُلبت رموز كثيرة. حاول مرة أخرى بعد ساعة؛ لم يتغيّر شيء.",
  doneTitle: "تم التغيير",
  done: (to) => `من الآن نصل إليك على ${ltr(to)}.`,
  oldLinks: "لم تعد الروابط في الرسائل السابقة تعمل.",
  back: "العودة إلى إعداداتك",
};
