import { because } from "./en/because";
import { cases } from "./en/cases";
import { delivery } from "./en/delivery";
import { flow } from "./en/flow";
import { plan } from "./en/plan";
import { steps } from "./en/steps";
import { why } from "./en/why";
import { words } from "./en/words";
import type { SentenceCode } from "./sentence-code";

/** One ICU message per sentence. */
export const en = {
  ...words,
  ...steps,
  ...cases,
  ...flow,
  ...plan,
  ...delivery,
  ...because,
  ...why,
} as const satisfies Record<SentenceCode, string>;
