import { NEW_HASH } from "@/components/shortcuts/use-create";
import type { TextKey } from "@/components/text/messages";

/** Where new things are made; the page opens its dialog by itself. */
export const CREATES: readonly { label: TextKey; path: string }[] = [
  { label: "palette.createPerson", path: `people${NEW_HASH}` },
  { label: "palette.createTeam", path: `teams${NEW_HASH}` },
  { label: "palette.createTopic", path: `settings/topics${NEW_HASH}` },
  { label: "palette.createCalendar", path: `settings/calendars${NEW_HASH}` },
  { label: "palette.createApiKey", path: `settings/api-keys${NEW_HASH}` },
  { label: "palette.createMember", path: `settings/members${NEW_HASH}` },
  { label: "palette.createEvent", path: `events${NEW_HASH}` },
];
