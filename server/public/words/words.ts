import type { ActionWords } from "./types/action";
import type { AddressWords } from "./types/address";
import type { FreshLinkWords } from "./types/fresh-link";
import type { HelperWords } from "./types/helper";
import type { LetterWords } from "./types/letters";
import type { MyDataWords } from "./types/my-data";
import type { PreferencesWords } from "./types/preferences";
import type { ProblemWords } from "./types/problem";
import type { ResultWords } from "./types/result";
import type { StaleWords } from "./types/stale";
import type { UnsubscribeWords } from "./types/unsubscribe";

export type { ChangedBy } from "./types/preferences";

/** Everything the public pages say. Names and moments come in ready to be read. */
export type PublicWords = {
  problem: ProblemWords;
  action: ActionWords;
  result: ResultWords;
  stale: StaleWords;
  unsubscribe: UnsubscribeWords;
  helper: HelperWords;
  freshLink: FreshLinkWords;
  letters: LetterWords;
  address: AddressWords;
  myData: MyDataWords;
  preferences: PreferencesWords;
};
