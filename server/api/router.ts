import { analytics } from "./analytics";
import { api } from "./base";
import { calendars } from "./calendars";
import { cases } from "./cases";
import { events } from "./events";
import { inbox } from "./inbox";
import { messages } from "./messages";
import { org } from "./org";
import { people } from "./people";
import { policies } from "./policies";
import { rotas } from "./rotas";
import { sandbox } from "./sandbox";
import { layouts, snippets } from "./snippets";
import { suppressions } from "./suppressions";
import { teams } from "./teams";
import { templates } from "./templates";
import { topics } from "./topics";
import { webhooks } from "./webhooks";
import { workflows } from "./workflows";

/** Every contract of `/api/v1` with what answers it. */
export const router = api.router({
  events,
  workflows,
  cases,
  people,
  topics,
  teams,
  org,
  calendars,
  rotas,
  policies,
  templates,
  snippets,
  layouts,
  messages,
  suppressions,
  inbox,
  sandbox,
  webhooks,
  analytics,
});
