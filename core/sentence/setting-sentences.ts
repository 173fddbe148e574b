import type { Definition } from "@/core/workflow/definition";
import { conditionWords, dueSentence, templateWords } from "./document-sentence";
import { lengthWords } from "./duration-words";
import type { SentenceOptions } from "./names";
import { isRecord, textOf } from "./param-text";
import { partyWords } from "./party";
import { flag, joinList, render } from "./render";

/** What a document says beside its stages and what stops it. */
export const SETTINGS = [
  "purpose",
  "topic",
  "start",
  "person",
  "subject",
  "key",
  "data",
  "due",
  "earlyAnswer",
  "expiry",
  "messagesMax",
  "daysMax",
] as const;
export type Setting = (typeof SETTINGS)[number];

const EARLY_ANSWER_DEFAULT = "P1D";

/** One setting of a document in a sentence, also where it is left out and has its usual meaning. */
export function settingSentence(
  setting: Setting,
  definition: Definition,
  options: SentenceOptions,
): string {
  const { locale, names } = options;
  switch (setting) {
    case "purpose":
      return render("setting.purpose", locale, { purpose: definition.purpose });
    case "topic": {
      const { topic } = definition;
      return render("setting.topic", locale, { topic: names?.topic?.(topic) ?? topic });
    }
    case "start": {
      const { start } = definition;
      return render("setting.start", locale, {
        hasEvent: flag(start !== undefined),
        event: start?.event ?? "",
        hasWhere: flag(start?.where !== undefined),
        where: conditionWords(start?.where, options),
      });
    }
    case "person": {
      const { person = "person" } = definition;
      const id = typeof person === "string" ? person : { person: person.id };
      const words = partyWords(id, options) ?? render("word.unknown", locale);
      return render("setting.person", locale, { person: words });
    }
    case "subject":
      return render("setting.subject", locale, { subject: templateWords(definition.subject) });
    case "key": {
      const { key } = definition;
      return render("setting.key", locale, {
        hasKey: flag(key !== undefined),
        key: templateWords(key ?? ""),
      });
    }
    case "data":
      return dataSentence(definition.data, locale);
    case "due":
      return dueSentence(definition.due, options);
    case "earlyAnswer":
      return render("setting.early_answer", locale, {
        length:
          lengthWords(definition.earlyAnswer ?? EARLY_ANSWER_DEFAULT, locale) ??
          render("word.unknown", locale),
      });
    case "expiry": {
      const after = definition.expiry?.after;
      const length = after === undefined ? null : lengthWords(after, locale);
      return render("setting.expiry", locale, {
        hasLength: flag(length !== null),
        length: length ?? "",
      });
    }
    case "messagesMax":
      return limitSentence("setting.messages_max", definition.limits?.messagesMax, locale);
    case "daysMax":
      return limitSentence("setting.days_max", definition.limits?.daysMax, locale);
  }
}

const limitSentence = (
  code: "setting.messages_max" | "setting.days_max",
  n: number | undefined,
  locale: string,
): string => render(code, locale, { isSet: flag(n !== undefined), n: n ?? 0 });

const FIELDS_MAX = 100;

/** The fields a data schema names: “id, number (required)”. */
function dataSentence(data: Definition["data"], locale: string): string {
  const properties = isRecord(data?.properties) ? Object.keys(data.properties) : [];
  const required = Array.isArray(data?.required) ? data.required : [];
  const fields = properties.slice(0, FIELDS_MAX).map((name) =>
    render("setting.data_field", locale, {
      name: textOf(name) ?? "",
      required: flag(required.includes(name)),
    }),
  );
  return render("setting.data", locale, {
    hasFields: flag(fields.length > 0),
    fields: joinList(fields, locale),
  });
}
