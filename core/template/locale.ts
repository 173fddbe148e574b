import { z } from "zod";

export const LOCALES_MAX = 100;

/** A BCP 47 language tag, such as `de` or `de-AT`. */
export const Locale = z
  .string()
  .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/, "a language tag such as de or de-AT");
