import { because } from "./de/because";
import { cases } from "./de/cases";
import { delivery } from "./de/delivery";
import { flow } from "./de/flow";
import { plan } from "./de/plan";
import { steps } from "./de/steps";
import { why } from "./de/why";
import { words } from "./de/words";
import type { SentenceCode } from "./sentence-code";

/** One ICU message per sentence. */
export const de = {
  ...words,
  ...steps,
  ...cases,
  ...flow,
  ...plan,
  ...delivery,
  ...because,
  ...why,
} as const satisfies Record<SentenceCode, string>;
