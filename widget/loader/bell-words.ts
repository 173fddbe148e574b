type BellWords = { title: string; todo: string; unread: string };

/** The bell's name alone: all other words come with the panel. */
const WORDS: Record<string, BellWords> = {
  en: { title: "Notifications", todo: "{n} to do", unread: "{n} unread" },
  de: { title: "Benachrichtigungen", todo: "{n} zu erledigen", unread: "{n} ungelesen" },
  ar: { title: "الإشعارات", todo: "للإنجاز: {n}", unread: "غير مقروء: {n}" },
};

/** “Notifications, 3 to do, 12 unread”; what is none is not said. */
export function bellName(
  lang: string,
  counts: { todo: number; unread: number } | null,
  own: Readonly<Record<string, string>>,
): string {
  const words = (WORDS[lang.slice(0, 2)] ?? WORDS.en) as BellWords;
  const said = [own["bell.title"] ?? words.title];
  for (const key of ["todo", "unread"] as const) {
    const n = counts?.[key];
    if (n) said.push((own[`bell.${key}`] ?? words[key]).replace("{n}", n.toLocaleString(lang)));
  }
  return said.join(lang.startsWith("ar") ? "، " : ", ");
}
