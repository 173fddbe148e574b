import type { PublicWords } from "../words";
import { action } from "./action";
import { preferences } from "./preferences";
import { problem } from "./problem";
import { result } from "./result";
import { stale } from "./stale";
import { unsubscribe } from "./unsubscribe";

export const de: PublicWords = { problem, action, result, stale, unsubscribe, preferences };
