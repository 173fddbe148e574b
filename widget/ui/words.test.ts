import { expect, test } from "vitest";
import { loadAllWords } from "./later-words";
import { momentsIn } from "./moments";
import { sayWith } from "./say";
import { localeOf } from "./words";

const blanks = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test("Arabic counts in its six forms", async () => {
  const say = sayWith(await loadAllWords("ar-EG"), {}, "ar");
  const said = [0, 1, 2, 3, 11, 100].map((n) => say("reply.left", { n }));
  expect(new Set(said).size).toBe(6);
});

test("every language fills the same blanks", async () => {
  const en = await loadAllWords("en");
  for (const lang of ["de", "ar"])
    for (const [key, text] of Object.entries(await loadAllWords(lang))) {
      const like = Object.entries(en).find(([other]) => other === key)?.[1];
      if (like && !/\.(zero|one|two)$/.test(key))
        expect([key, blanks(text)]).toEqual([key, blanks(like)]);
    }
});

test("a page's own words go before ours, also in a language we do not speak", async () => {
  const say = sayWith(
    await loadAllWords("fr"),
    { title: "Avis", "fresh.one": "{n} nouveau" },
    "fr",
  );
  expect([say("title"), say("fresh", { n: 1 }), say("close")]).toEqual([
    "Avis",
    "1 nouveau",
    "Close",
  ]);
  expect([localeOf("de-AT"), localeOf("fr")]).toEqual(["de-AT", "en"]);
});

test("a moment is told by the calendar, not by 24 hours", () => {
  const { distance } = momentsIn("en");
  const now = new Date("2026-03-04T20:00").getTime();
  expect(distance(new Date("2026-03-05T09:00").getTime(), now)).toBe("tomorrow");
  expect(distance(new Date("2026-03-07T09:00").getTime(), now)).toBe("in 3 days");
  expect(distance(new Date("2026-03-04T20:20").getTime(), now)).toBe("in 20 minutes");
});

test("a year away and more is told as its date", () => {
  const now = new Date("2026-03-04T20:00").getTime();
  const due = new Date("2030-12-13T09:00").getTime();
  expect(momentsIn("en").distance(due, now)).toBe("Dec 13, 2030");
  expect(momentsIn("de").distance(due, now)).toBe("13. Dez. 2030");
  expect(momentsIn("en").distance(new Date("2026-12-01T09:00").getTime(), now)).toBe("in 9 months");
});

test("what is of today is told by its hour, as its reader counts hours", () => {
  const now = new Date("2026-03-04T20:00").getTime();
  const [today = 0, tomorrow = 0] = ["2026-03-04T14:44", "2026-03-05T09:00"].map((at) =>
    new Date(at).getTime(),
  );
  const plain = (text: string) => text.replaceAll("\u202f", " ");
  expect(plain(momentsIn("en-US").short(today, now))).toBe("2:44 PM");
  expect(momentsIn("en-GB").short(today, now)).toBe("14:44");
  expect(plain(momentsIn("en-US").short(tomorrow, now))).toBe("tomorrow 9:00 AM");
  expect(momentsIn("de").short(tomorrow, now)).toBe("morgen 9:00");
});

test("the hour of another day is told with its day", () => {
  const { clock } = momentsIn("de");
  const now = new Date("2026-03-04T20:00").getTime();
  expect(clock(new Date("2026-03-04T10:02").getTime(), now)).toBe("10:02");
  expect(clock(new Date("2026-03-03T10:02").getTime(), now)).toMatch(/^Di.*10:02$/);
});
