import { auth } from "./en/auth";
import { casePage } from "./en/case";
import { cases } from "./en/cases";
import { channels } from "./en/channels";
import { common } from "./en/common";
import { events } from "./en/events";
import { lists } from "./en/lists";
import { live } from "./en/live";
import { members } from "./en/members";
import { messages } from "./en/messages";
import { palette } from "./en/palette";
import { people } from "./en/people";
import { push } from "./en/push";
import { settings } from "./en/settings";
import { shell } from "./en/shell";
import { shortcuts } from "./en/shortcuts";
import { teams } from "./en/teams";
import { today } from "./en/today";
import { ui } from "./en/ui";
import { workflows } from "./en/workflows";

/** Every word of the console, an ICU message each, by area. */
export const en = {
  case: casePage,
  cases,
  channels,
  lists,
  auth,
  common,
  live,
  members,
  settings,
  shell,
  messages,
  workflows,
  today,
  palette,
  ui,
  shortcuts,
  events,
  people,
  push,
  teams,
} as const;
