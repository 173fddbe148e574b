import { advice } from "./de/advice";
import { analytics } from "./de/analytics";
import { audit } from "./de/audit";
import { auth } from "./de/auth";
import { blocks } from "./de/blocks";
import { casePage } from "./de/case";
import { cases } from "./de/cases";
import { channels } from "./de/channels";
import { checks } from "./de/checks";
import { common } from "./de/common";
import { conditions } from "./de/conditions";
import { contents } from "./de/contents";
import { counts } from "./de/counts";
import { domains } from "./de/domains";
import { editor } from "./de/editor";
import { escalations } from "./de/escalations";
import { events } from "./de/events";
import { experiments } from "./de/experiments";
import { flowforms } from "./de/flowforms";
import { forms } from "./de/forms";
import { frequency } from "./de/frequency";
import { layouts } from "./de/layouts";
import { lists } from "./de/lists";
import { live } from "./de/live";
import { members } from "./de/members";
import { messages } from "./de/messages";
import { newworkflow } from "./de/newworkflow";
import { org } from "./de/org";
import { palette } from "./de/palette";
import { people } from "./de/people";
import { personside } from "./de/personside";
import { policies } from "./de/policies";
import { presence } from "./de/presence";
import { push } from "./de/push";
import { remedies } from "./de/remedies";
import { rotas } from "./de/rotas";
import { settings } from "./de/settings";
import { shell } from "./de/shell";
import { shortcuts } from "./de/shortcuts";
import { simulation } from "./de/simulation";
import { suppressions } from "./de/suppressions";
import { teams } from "./de/teams";
import { today } from "./de/today";
import { ui } from "./de/ui";
import { versions } from "./de/versions";
import { webhooks } from "./de/webhooks";
import { wfsettings } from "./de/wfsettings";
import { workflows } from "./de/workflows";
import type { Messages } from "./messages";

export const de: Messages = {
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
};
