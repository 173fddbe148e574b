import { analyticsContract } from "./analytics/endpoints";
import { casesContract } from "./cases";
import { eventsContract } from "./events";
import { inboxContract } from "./inbox";
import { messagesContract } from "./messages";
import { orgContract } from "./org";
import { peopleContract } from "./people";
import { rotasContract } from "./rotas";
import { sandboxContract } from "./sandbox";
import { layoutsContract, snippetsContract } from "./snippets";
import { suppressionsContract } from "./suppressions";
import { calendarsContract, policiesContract, teamsContract } from "./teams";
import { templatesContract } from "./templates";
import { topicsContract } from "./topics";
import { webhooksContract } from "./webhooks";
import { workflowsContract } from "./workflows";

/** Everything under `/api/v1`, as handlers, OpenAPI and clients read it. */
export const contract = {
  events: eventsContract,
  workflows: workflowsContract,
  cases: casesContract,
  people: peopleContract,
  topics: topicsContract,
  teams: teamsContract,
  org: orgContract,
  calendars: calendarsContract,
  rotas: rotasContract,
  policies: policiesContract,
  templates: templatesContract,
  snippets: snippetsContract,
  layouts: layoutsContract,
  messages: messagesContract,
  suppressions: suppressionsContract,
  inbox: inboxContract,
  sandbox: sandboxContract,
  webhooks: webhooksContract,
  analytics: analyticsContract,
};
