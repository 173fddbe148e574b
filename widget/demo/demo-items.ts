import type { InboxAction, InboxItem } from "@/core/contracts/inbox";

type Sample = { topic: string; title: string; body: string; actions: string[] };

/** What the sample messages say. The first waits for an answer, the second for a choice, the third for a few words. */
const SAMPLES: Record<string, [Sample, Sample, Sample, Sample]> = {
  en: [
    {
      topic: "Billing",
      title: "Invoice 2041 is due on Friday",
      body: "€1,280.00, for March. It takes a minute.",
      actions: ["I already paid", "Pay now"],
    },
    {
      topic: "Reviews to do",
      title: "Ana asks for your approval",
      body: "The contract with Lindgren AB waits for you.",
      actions: ["Decide", "Approve", "Refuse"],
    },
    {
      topic: "Deliveries",
      title: "Where shall we leave your parcel?",
      body: "It comes tomorrow between 9 and 12.",
      actions: ["Answer"],
    },
    {
      topic: "Account",
      title: "Your export is ready",
      body: "You can download it for seven days.",
      actions: ["Open it"],
    },
  ],
  de: [
    {
      topic: "Rechnungen",
      title: "Rechnung 2041 ist am Freitag fällig",
      body: "1.280,00 € für März. Es dauert eine Minute.",
      actions: ["Schon bezahlt", "Jetzt bezahlen"],
    },
    {
      topic: "Freigaben",
      title: "Ana bittet um deine Freigabe",
      body: "Der Vertrag mit Lindgren AB wartet auf dich.",
      actions: ["Entscheiden", "Freigeben", "Ablehnen"],
    },
    {
      topic: "Lieferungen",
      title: "Wo sollen wir dein Paket ablegen?",
      body: "Es kommt morgen zwischen 9 und 12 Uhr.",
      actions: ["Antworten"],
    },
    {
      topic: "Konto",
      title: "Dein Export ist fertig",
      body: "Du kannst ihn sieben Tage lang herunterladen.",
      actions: ["Öffnen"],
    },
  ],
  ar: [
    {
      topic: "الفواتير",
      title: "الفاتورة 2041 مستحقة يوم الجمعة",
      body: "1,280 يورو عن شهر مارس. لن يستغرق الأمر سوى دقيقة.",
      actions: ["لقد دفعت", "ادفع الآن"],
    },
    {
      topic: "الموافقات",
      title: "آنا تطلب موافقتك",
      body: "العقد مع ليندغرين بانتظارك.",
      actions: ["اتخاذ القرار", "موافقة", "رفض"],
    },
    {
      topic: "التوصيل",
      title: "أين نترك طردك؟",
      body: "سيصل غدًا بين الساعة 9 و12.",
      actions: ["إجابة"],
    },
    {
      topic: "الحساب",
      title: "ملف التصدير جاهز",
      body: "يمكنك تنزيله خلال سبعة أيام.",
      actions: ["فتح"],
    },
  ],
};

const HOUR_MS = 3_600_000;
const AGES_H = [0.2, 3, 20, 50];

function actionsOf(at: number, [first = "", ...more]: string[]): InboxAction[] {
  const nothing = { url: null, choices: [] };
  const link = { ...nothing, kind: "link" as const, url: "https://example.com/" };
  if (at === 0) {
    return [
      { ...nothing, id: "paid", label: first, kind: "complete" },
      { ...link, id: "pay", label: more[0] ?? "" },
    ];
  }
  if (at === 1) return [{ ...nothing, id: "decide", label: first, kind: "choice", choices: more }];
  if (at === 2) return [{ ...nothing, id: "say", label: first, kind: "reply" }];
  return [{ ...link, id: "open", label: first }];
}

/** Sample messages in the language of the page, the newest first. */
export function demoItems(lang: string, now: number): InboxItem[] {
  const locale = lang.slice(0, 2) in SAMPLES ? lang.slice(0, 2) : "en";
  const before = (hours: number) => new Date(now - hours * HOUR_MS).toISOString();
  return (SAMPLES[locale] ?? []).map((sample, at) => ({
    id: `demo-${at}`,
    revision: 1,
    thread: `demo-${at}`,
    arrivedAt: before(AGES_H[at] ?? 0),
    title: sample.title,
    body: [{ kind: "paragraph", spans: [{ text: sample.body }] }],
    locale,
    dueAt: at === 0 ? before(-76) : null,
    topic: { key: `topic-${at}`, name: sample.topic },
    actions: actionsOf(at, sample.actions),
    todo: at < 3,
    done: null,
    seenAt: at > 1 ? before(1) : null,
    readAt: at > 2 ? before(1) : null,
    archivedAt: null,
    snoozedUntil: null,
    snoozedAt: null,
    whyUrl: "https://example.com/",
  }));
}
