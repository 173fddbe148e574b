import { advice } from "./en/advice";
import { analytics } from "./en/analytics";
import { audit } from "./en/audit";
import { auth } from "./en/auth";
import { blocks } from "./en/blocks";
import { casePage } from "./en/case";
import { cases } from "./en/cases";
import { channels } from "./en/channels";
import { checks } from "./en/checks";
import { common } from "./en/common";
import { conditions } from "./en/conditions";
import { contents } from "./en/contents";
import { counts } from "./en/counts";
import { domains } from "./en/domains";
import { editor } from "./en/editor";
import { escalations } from "./en/escalations";
import { events } from "./en/events";
import { experiments } from "./en/experiments";
import { flowforms } from "./en/flowforms";
import { forms } from "./en/forms";
import { frequency } from "./en/frequency";
import { layouts } from "./en/layouts";
import { lists } from "./en/lists";
import { live } from "./en/live";
import { members } from "./en/members";
import { messages } from "./en/messages";
import { newworkflow } from "./en/newworkflow";
import { org } from "./en/org";
import { palette } from "./en/palette";
import { people } from "./en/people";
import { personside } from "./en/personside";
import { policies } from "./en/policies";
import { presence } from "./en/presence";
import { push } from "./en/push";
import { remedies } from "./en/remedies";
import { rotas } from "./en/rotas";
import { settings } from "./en/settings";
import { shell } from "./en/shell";
import { shortcuts } from "./en/shortcuts";
import { simulation } from "./en/simulation";
import { suppressions } from "./en/suppressions";
import { teams } from "./en/teams";
import { today } from "./en/today";
import { ui } from "./en/ui";
import { versions } from "./en/versions";
import { webhooks } from "./en/webhooks";
import { wfsettings } from "./en/wfsettings";
import { workflows } from "./en/workflows";

/** Every word of the console, an ICU message each, by area. */
export const en = {
  case: casePage,
  advice,
  analytics,
  blocks,
  cases,
  channels,
  contents,
  layouts,
  counts,
  conditions,
  forms,
  lists,
  audit,
  auth,
  checks,
  domains,
  suppressions,
  frequency,
  common,
  live,
  members,
  settings,
  shell,
  messages,
  workflows,
  versions,
  today,
  palette,
  ui,
  webhooks,
  wfsettings,
  shortcuts,
  editor,
  escalations,
  experiments,
  events,
  flowforms,
  org,
  people,
  personside,
  policies,
  presence,
  push,
  newworkflow,
  remedies,
  simulation,
  rotas,
  teams,
} as const;
