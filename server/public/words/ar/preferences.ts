import type { PreferencesWords } from "../types/preferences";
import { ltr } from "./numbers";

export const preferences: PreferencesWords = {
  title: (sender) => `ما يصلك من ${sender}`,
  lead: (address) => `الرسائل إلى ${ltr(address)}.`,
  channel: {
    email: "البريد الإلكتروني",
    sms: "رسالة نصية",
    push: "إشعار",
    in_app: "في التطبيق",
  },
  noAddress: {
    email: "لا يوجد عنوان مسجَّل",
    sms: "لا يوجد رقم هاتف مسجَّل",
    push: "لا يوجد جهاز متصل",
    in_app: "غير متاح",
  },
  locked: (channels) => `إلزامي، ولا يمكن إيقافه. يصل عبر: ${channels}.`,
  save: "حفظ",
  stopAll: "إيقاف كل ما هو اختياري",
  none: "لا يوجد ما يمكن اختياره بعد.",
  saved: "حُفظ.",
  unchanged: "لم يختلف شيء، فلم يتغيّر شيء.",
  change: (topic, turnedOn, turnedOff) =>
    `${topic}: ${[
      ...(turnedOn.length > 0 ? [`تشغيل ${turnedOn.join("، ")}`] : []),
      ...(turnedOff.length > 0 ? [`إيقاف ${turnedOff.join("، ")}`] : []),
    ].join("؛ ")}.`,
  reachFirst: "كيف تفضّل أن نصل إليك أولًا؟",
  reachHint: "إذا أمكن أن تصل الرسالة بأكثر من طريقة، نجرّب هذه أولًا.",
  noneFirst: (sender) => `كما يختار ${sender}`,
  nowFirst: (channel) =>
    channel === null ? "لم تعد هناك طريقة مفضّلة." : `نصل إليك أولًا عبر: ${channel}.`,
};
