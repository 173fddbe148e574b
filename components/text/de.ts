import { auth } from "./de/auth";
import { casePage } from "./de/case";
import { cases } from "./de/cases";
import { channels } from "./de/channels";
import { common } from "./de/common";
import { events } from "./de/events";
import { lists } from "./de/lists";
import { live } from "./de/live";
import { members } from "./de/members";
import { messages } from "./de/messages";
import { palette } from "./de/palette";
import { people } from "./de/people";
import { push } from "./de/push";
import { settings } from "./de/settings";
import { shell } from "./de/shell";
import { shortcuts } from "./de/shortcuts";
import { teams } from "./de/teams";
import { today } from "./de/today";
import { ui } from "./de/ui";
import { workflows } from "./de/workflows";
import type { Messages } from "./messages";

export const de: Messages = {
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
};
