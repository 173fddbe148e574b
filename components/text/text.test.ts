import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { de } from "./de";
import { en } from "./en";
import { type Messages, messagesFor } from "./messages";
import { PSEUDO_LOCALE, pseudo, pseudoText } from "./pseudo";
import { textOf } from "./text";

type Part = { type: number; value?: unknown; children?: Part[]; options?: object };

/** Names of the arguments and tags of a message, sorted. */
function slotsOf(text: string): string[] {
  const names = new Set<string>();
  const walk = (parts: Part[]) => {
    for (const part of parts) {
      // 0 is literal text and 7 is the # of a plural: neither takes a value.
      if (part.type !== 0 && part.type !== 7) names.add(String(part.value));
      if (part.children) walk(part.children);
      for (const option of Object.values(part.options ?? {})) walk(option.value);
    }
  };
  walk(new IntlMessageFormat(text, "en").getAst() as Part[]);
  return [...names].sort();
}

const texts = (messages: Messages) =>
  Object.entries(messages).flatMap(([area, some]) =>
    Object.entries(some).map(([key, text]) => [`${area}.${key}`, text] as const),
  );

describe("the console's texts", () => {
  it("take the same values in every language", () => {
    const german = new Map(texts(de));
    for (const [key, text] of texts(en)) {
      expect([key, slotsOf(german.get(key) ?? "")]).toEqual([key, slotsOf(text)]);
    }
  });

  it("say something in every language, and take their values in the pseudo-locale too", () => {
    const accented = new Map(texts(pseudo(en)));
    for (const [key, text] of [...texts(en), ...texts(de)])
      expect([key, text.trim()]).not.toEqual([key, ""]);
    for (const [key, text] of texts(en)) {
      expect([key, slotsOf(accented.get(key) ?? "")]).toEqual([key, slotsOf(text)]);
    }
  });

  it("come in the reader's language, in English for others", () => {
    const say = (locale: string) => textOf(messagesFor(locale), locale)("shell.cases");
    expect([say("de-AT"), say("en-US"), say("fr")]).toEqual(["Fälle", "Cases", "Cases"]);
    expect(say(PSEUDO_LOCALE)).toMatch(/^\[Çåšéš~+\]$/);
  });
});

it("leaves arguments and tags alone in the pseudo-locale", () => {
  expect(pseudoText("{n, plural, one {# case} other {# cases}} <b>now</b>")).toMatch(
    /^\[\{n, plural, one \{# case\} other \{# cases\}\} <b>ñöŵ<\/b>~+\]$/,
  );
});
