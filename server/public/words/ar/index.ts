import type { PublicWords } from "../words";
import { action } from "./action";
import { address } from "./address";
import { freshLink } from "./fresh-link";
import { helper } from "./helper";
import { letters } from "./letters";
import { myData } from "./my-data";
import { preferences } from "./preferences";
import { problem } from "./problem";
import { result } from "./result";
import { stale } from "./stale";
import { unsubscribe } from "./unsubscribe";

export const ar: PublicWords = {
  problem,
  action,
  result,
  stale,
  unsubscribe,
  helper,
  freshLink,
  letters,
  address,
  myData,
  preferences,
};
