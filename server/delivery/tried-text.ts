import { TRIED_MAX, type Tried } from "@/core/delivery/tried";
import { jsonText } from "./json-text";

/** Of a message `m` and its new attempt `u.tried`, or null: all that were, without the oldest when they are too many. */
export const APPEND_TRIED = `case when u.tried is null then m.tried
  when jsonb_array_length(coalesce(m.tried, '[]'::jsonb)) >= ${TRIED_MAX}
    then (m.tried - 0) || u.tried::jsonb
  else coalesce(m.tried, '[]'::jsonb) || u.tried::jsonb end`;

/** An attempt as `APPEND_TRIED` takes it. */
export const triedText = (tried: Tried): string => jsonText([tried]);
