import { expect, test } from "vitest";
import { ownWord } from "./own-words";
import { publicLanguageOf, spokenLanguage } from "./page-language";

test("a locale is read by its language, whatever its region and however it is written", () => {
  const read = ["de-AT", "AR_eg", "en", "fr", "deutsch", ""].map(spokenLanguage);
  expect(read).toEqual(["de", "ar", "en", null, null, null]);
  expect(publicLanguageOf("fr-CA")).toBe("en");
});

test("who reads the page in English because it lacks their language reads the operator's English words", () => {
  const words = { en: { title: "Your mail" }, de: { title: "Ihre Post" } };
  const titles = ["de-CH", "fr", "en-GB", "ar"].map((locale) => ownWord(words, locale, "title"));
  expect(titles).toEqual(["Ihre Post", "Your mail", "Your mail", undefined]);
});
