import type { StaleWords } from "../types/stale";

const by = (name: string | null) => (name === null ? "" : ` من جانب ${name}`);
const on = (at: string | null) => (at === null ? "" : `: ${at}`);

export const stale: StaleWords = {
  title: {
    resolved: "أُنجز من قبل",
    expired: "انتهى هذا الأمر",
    canceled: "لم يعد مطلوبًا",
    acknowledged: "هناك من يتولى الأمر",
    escalated: "أُحيل إلى غيرك",
  },
  closed: {
    resolved: (name, at) => `أُنجز${by(name)}${on(at)}.`,
    expired: (_name, at) => `انتهى من دون أن يُنجز${on(at)}.`,
    canceled: (name, at) => `أُلغي${by(name)}${on(at)}.`,
  },
  acknowledged: (name, at) => `تولّى ${name} هذا الأمر: ${at}.`,
  escalated: (to, at) => `أُحيل من قبل${to === null ? "" : ` إلى ${to}`}${on(at)}.`,
  unchanged: "لم يتغيّر شيء، ولا يلزمك فعل شيء آخر.",
  you: "جانبك",
  bySystem: (sender) => `نظام ${sender}`,
};
