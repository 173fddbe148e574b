import { type CountryCode, isSupportedCountry, parsePhoneNumberWithError } from "libphonenumber-js";
import type { z } from "zod";

type Whereabouts = {
  phone?: string | null | undefined;
  locale?: string | null | undefined;
  location?: { country: string | null } | null | undefined;
};

/** The country a national number is read in: the person's, or the one their language tag names. */
function countryOf(person: Whereabouts): CountryCode | undefined {
  const country = person.location?.country ?? person.locale?.split("-").at(-1);
  const code = country?.toUpperCase();
  return code !== undefined && isSupportedCountry(code) ? code : undefined;
}

/** `+441632960961`, or null for a number that cannot exist, or a national one of an unknown country. */
export function toE164(text: string, country?: CountryCode): string | null {
  try {
    const number = parsePhoneNumberWithError(text, country ? { defaultCountry: country } : {});
    return number.isPossible() ? number.number : null;
  } catch {
    return null;
  }
}

/** Writes a person's number as E.164, or names what is wrong with it. */
export function withPhone<P extends Whereabouts>(person: P, context: z.RefinementCtx): P {
  if (typeof person.phone !== "string") return person;
  const phone = toE164(person.phone, countryOf(person));
  if (phone !== null) return { ...person, phone };
  context.addIssue({
    code: "custom",
    path: ["phone"],
    message: "not a possible phone number: write it with its country code, such as +441632960961",
  });
  return person;
}
