const rules = new Intl.PluralRules("ar");

/** A number with its noun in the six forms that Arabic has; `#` stands for the number. */
const counted =
  (forms: Record<Intl.LDMLPluralRule, string>) =>
  (n: number): string =>
    forms[rules.select(n)].replace("#", n.toLocaleString("ar"));

export const days = counted({
  zero: "# يوم",
  one: "يوم واحد",
  two: "يومين",
  few: "# أيام",
  many: "# يومًا",
  other: "# يوم",
});

export const minutes = counted({
  zero: "# دقيقة",
  one: "دقيقة واحدة",
  two: "دقيقتين",
  few: "# دقائق",
  many: "# دقيقة",
  other: "# دقيقة",
});

export const chars = counted({
  zero: "# حرف",
  one: "حرف واحد",
  two: "حرفين",
  few: "# أحرف",
  many: "# حرفًا",
  other: "# حرف",
});

export const tries = counted({
  zero: "لا محاولات متبقية",
  one: "بقيت محاولة واحدة",
  two: "بقيت محاولتان",
  few: "بقيت # محاولات",
  many: "بقيت # محاولة",
  other: "بقيت # محاولة",
});

export const otherPeople = counted({
  zero: "# آخرين",
  one: "شخص آخر",
  two: "شخصان آخران",
  few: "# آخرون",
  many: "# آخرين",
  other: "# آخرين",
});

/** An address or a number keeps its own direction inside a sentence. */
export const ltr = (text: string): string => `\u2066${text}\u2069`;

export const messages = counted({
  zero: "# رسالة",
  one: "رسالة واحدة",
  two: "رسالتان",
  few: "# رسائل",
  many: "# رسالة",
  other: "# رسالة",
});
