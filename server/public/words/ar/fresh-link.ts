import type { FreshLinkWords } from "../types/fresh-link";
import { days, ltr } from "./numbers";

export const freshLink: FreshLinkWords = {
  lead: (address) =>
    `لم يتغيّر شيء. يمكننا إرسال رابط جديد إلى ${address === null ? "عنوان البريد الإلكتروني المسجَّل" : ltr(address)}.`,
  send: "أرسلوا لي رابطًا جديدًا",
  sentTitle: "راجع بريدك الإلكتروني",
  sent: (n) =>
    `إذا كان هناك عنوان بريد إلكتروني مسجَّل، فالرابط الجديد في طريقه إليه. يعمل الرابط لمدة ${days(n)}. إن لم يصلك شيء خلال دقائق، فاسأل من أرسل إليك الرسالة.`,
};
