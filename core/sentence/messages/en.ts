import { because } from "./en/because";
import { cases } from "./en/cases";
import { conditions } from "./en/conditions";
import { copy } from "./en/copy";
import { delivery } from "./en/delivery";
import { flow } from "./en/flow";
import { plan } from "./en/plan";
import { problems } from "./en/problems";
import { remedies } from "./en/remedies";
import { replies } from "./en/replies";
import { scenarios } from "./en/scenarios";
import { settings } from "./en/settings";
import { steps } from "./en/steps";
import { why } from "./en/why";
import { words } from "./en/words";
import type { SentenceCode } from "./sentence-code";

/** One ICU message per sentence. */
export const en = {
  ...words,
  ...steps,
  ...settings,
  ...cases,
  ...replies,
  ...flow,
  ...plan,
  ...conditions,
  ...delivery,
  ...because,
  ...why,
  ...scenarios,
  ...problems,
  ...remedies,
  ...copy,
} as const satisfies Record<SentenceCode, string>;
