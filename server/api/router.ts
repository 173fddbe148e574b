import { api } from "./base";
import { calendars } from "./calendars";
import { cases } from "./cases";
import { events } from "./events";
import { messages } from "./messages";
import { people } from "./people";
import { policies } from "./policies";
import { rotas } from "./rotas";
import { sandbox } from "./sandbox";
import { teams } from "./teams";
import { templates } from "./templates";
import { topics } from "./topics";
import { workflows } from "./workflows";

/** Every contract of `/api/v1` with what answers it. */
export const router = api.router({
  events,
  workflows,
  cases,
  people,
  topics,
  teams,
  calendars,
  rotas,
  policies,
  templates,
  messages,
  sandbox,
});
