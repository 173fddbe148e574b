import { because } from "./de/because";
import { cases } from "./de/cases";
import { conditions } from "./de/conditions";
import { copy } from "./de/copy";
import { delivery } from "./de/delivery";
import { flow } from "./de/flow";
import { plan } from "./de/plan";
import { problems } from "./de/problems";
import { remedies } from "./de/remedies";
import { replies } from "./de/replies";
import { scenarios } from "./de/scenarios";
import { settings } from "./de/settings";
import { steps } from "./de/steps";
import { why } from "./de/why";
import { words } from "./de/words";
import type { SentenceCode } from "./sentence-code";

/** One ICU message per sentence. */
export const de = {
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
