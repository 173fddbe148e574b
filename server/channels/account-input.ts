import { z } from "zod";
import { AccountProvider } from "@/core/channel/account";
import { AppError, type FieldError } from "@/core/errors";
import { KINDS } from "./kinds";
import type { AccountRules, Content } from "./kinds/kind";

const FIELDS_MAX = 20;
/** The file of a service account is the longest. */
const FIELD_CHARS_MAX = 6_000;

const Name = z
  .string("an account needs a name")
  .trim()
  .min(1, "an account needs a name")
  .max(60, "at most 60 characters");

/** The fields of its provider's form, as text; what each means is that kind's own. */
const Fields = z
  .record(z.string().max(40), z.string().max(FIELD_CHARS_MAX))
  .refine((fields) => Object.keys(fields).length <= FIELDS_MAX, `at most ${FIELDS_MAX} fields`);

export const NewAccount = z.strictObject({
  provider: AccountProvider,
  name: Name,
  fields: Fields,
});
export type NewAccount = z.infer<typeof NewAccount>;

export const AccountChange = z.strictObject({ id: z.uuid(), name: Name, fields: Fields });
export type AccountChange = z.infer<typeof AccountChange>;

export const OneAccount = z.strictObject({ id: z.uuid() });

/** Refuses (`invalid`) what this installation does not allow. */
export function checkContent(
  provider: AccountProvider,
  content: Content,
  rules: AccountRules,
): Content {
  refuseAny(KINDS[provider].problems(content, rules));
  return content;
}

export function refuseAny(errors: FieldError[]): void {
  const [first] = errors;
  if (first) throw new AppError("invalid", first.message, { errors });
}
