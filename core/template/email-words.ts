/** The fixed words of every email, around what the template says. */
export type EmailWords = {
  viewInBrowser: string;
  unsubscribe: string;
  preferences: string;
};

const WORDS = {
  en: {
    viewInBrowser: "View in browser",
    unsubscribe: "Unsubscribe",
    preferences: "Message settings",
  },
  de: {
    viewInBrowser: "Im Browser ansehen",
    unsubscribe: "Abmelden",
    preferences: "Einstellungen für Nachrichten",
  },
  ar: {
    viewInBrowser: "عرض في المتصفح",
    unsubscribe: "إلغاء الاشتراك",
    preferences: "إعدادات الرسائل",
  },
} as const satisfies Record<string, EmailWords>;

type EmailLocale = keyof typeof WORDS;
const isEmailLocale = (tag: string): tag is EmailLocale => Object.hasOwn(WORDS, tag);

/** The words for a locale's language; English where there are none. */
export function emailWords(locale: string): EmailWords {
  const language = locale.toLowerCase().split(/[-_]/)[0] ?? "en";
  return WORDS[isEmailLocale(language) ? language : "en"];
}

const RIGHT_TO_LEFT = ["ar", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi"];

export const directionOf = (locale: string): "ltr" | "rtl" =>
  RIGHT_TO_LEFT.includes(locale.toLowerCase().split(/[-_]/)[0] ?? "") ? "rtl" : "ltr";

/** Why somebody gets an email: the line at its foot. */
export function whySentence(locale: string, subject: string, topic: string | null): string {
  const about = topic === null ? "" : ` (${topic})`;
  if (locale.toLowerCase().startsWith("de")) {
    return `Sie bekommen diese Nachricht, weil „${subject}“ Ihre Aufmerksamkeit braucht${about}.`;
  }
  if (/^ar\b/i.test(locale)) {
    return `تصلك هذه الرسالة لأن «${subject}» يحتاج إلى انتباهك${about}.`;
  }
  return `You get this message because “${subject}” needs your attention${about}.`;
}
