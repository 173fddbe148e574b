import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contract } from "@/core/contracts";
import { GRANTS, type Grant } from "@/core/contracts/scope";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { routesOf } from "@/server/http/routes";
import { testApi } from "@/server/http/testing";

/** What each endpoint asks of a key. A new endpoint has no line yet: add one, after asking what it should need. */
const NEEDS: Record<string, Grant> = {
  "POST /events": "events:write",
  "POST /events/batch": "events:write",
  "GET /events": "events:read",
  "GET /events/{id}": "events:read",
  "GET /workflows": "workflows:read",
  "POST /workflows": "workflows:write",
  "GET /workflows/{key}": "workflows:read",
  "PUT /workflows/{key}": "workflows:write",
  "DELETE /workflows/{key}": "workflows:write",
  "POST /workflows/{key}/validate": "workflows:read",
  "POST /workflows/{key}/publish": "workflows:write",
  "GET /workflows/{key}/versions": "workflows:read",
  "GET /workflows/{key}/versions/{n}": "workflows:read",
  "POST /workflows/{key}/pause": "workflows:write",
  "POST /workflows/{key}/resume": "workflows:write",
  "POST /workflows/{key}/archive": "workflows:write",
  "POST /workflows/{key}/trigger": "workflows:write",
  "POST /workflows/{key}/simulate": "workflows:read",
  "GET /cases": "cases:read",
  "GET /cases/{id}": "cases:read",
  "GET /cases/{id}/timeline": "cases:read",
  "POST /cases/{id}/resolve": "cases:write",
  "POST /cases/{id}/acknowledge": "cases:write",
  "POST /cases/{id}/snooze": "cases:write",
  "POST /cases/{id}/reassign": "cases:write",
  "POST /cases/{id}/take-over": "cases:write",
  "POST /cases/{id}/hand-over": "cases:write",
  "POST /cases/{id}/escalate": "cases:write",
  "POST /cases/{id}/due": "cases:write",
  "POST /cases/{id}/cancel": "cases:write",
  "POST /cases/{id}/reopen": "cases:write",
  "POST /cases/{id}/note": "cases:write",
  "POST /cases/resolve": "cases:write",
  "POST /cases/bulk": "cases:write",
  "GET /people": "people:read",
  "POST /people": "people:write",
  "POST /people/batch": "people:write",
  "GET /people/{id}": "people:read",
  "PUT /people/{id}": "people:write",
  "DELETE /people/{id}": "people:write",
  "GET /people/{id}/export": "people:read",
  "GET /people/{id}/managers": "people:read",
  "POST /org/import": "org:write",
  "GET /people/{id}/consents": "people:read",
  "POST /people/{id}/consents": "people:write",
  "POST /people/{id}/contact-points": "people:write",
  "POST /people/{id}/contact-points/remove": "people:write",
  "GET /people/{id}/preferences": "people:read",
  "PUT /people/{id}/preferences": "people:write",
  "POST /people/{id}/preference-link": "people:write",
  "GET /topics": "topics:read",
  "GET /topics/{key}": "topics:read",
  "PUT /topics/{key}": "topics:write",
  "DELETE /topics/{key}": "topics:write",
  "GET /teams": "teams:read",
  "GET /teams/{key}": "teams:read",
  "PUT /teams/{key}": "teams:write",
  "DELETE /teams/{key}": "teams:write",
  "GET /calendars": "calendars:read",
  "GET /calendars/{key}": "calendars:read",
  "PUT /calendars/{key}": "calendars:write",
  "DELETE /calendars/{key}": "calendars:write",
  "GET /analytics/summary": "analytics:read",
  "GET /analytics/trend": "analytics:read",
  "GET /analytics/funnel": "analytics:read",
  "GET /analytics/response-time": "analytics:read",
  "GET /analytics/escalations": "analytics:read",
  "GET /analytics/channels": "analytics:read",
  "GET /analytics/heatmap": "analytics:read",
  "GET /analytics/workflows": "analytics:read",
  "GET /analytics/health": "analytics:read",
  "GET /analytics/experiments": "analytics:read",
  "GET /analytics/advice": "analytics:read",
  "GET /rotas": "rotas:read",
  "GET /rotas/{key}": "rotas:read",
  "PUT /rotas/{key}": "rotas:write",
  "DELETE /rotas/{key}": "rotas:write",
  "GET /rotas/{key}/on-call": "rotas:read",
  "GET /rotas/{key}/shifts": "rotas:read",
  "GET /rotas/{key}/overrides": "rotas:read",
  "POST /rotas/{key}/overrides": "rotas:write",
  "DELETE /rotas/{key}/overrides/{id}": "rotas:write",
  "GET /rotas/{key}/feed": "rotas:read",
  "POST /rotas/{key}/feed/renew": "rotas:write",
  "GET /escalation-policies": "policies:read",
  "GET /escalation-policies/{key}": "policies:read",
  "PUT /escalation-policies/{key}": "policies:write",
  "DELETE /escalation-policies/{key}": "policies:write",
  "GET /templates": "templates:read",
  "GET /templates/{key}": "templates:read",
  "PUT /templates/{key}": "templates:write",
  "DELETE /templates/{key}": "templates:write",
  "GET /snippets": "snippets:read",
  "GET /snippets/{key}": "snippets:read",
  "PUT /snippets/{key}": "snippets:write",
  "DELETE /snippets/{key}": "snippets:write",
  "GET /layouts": "layouts:read",
  "GET /layouts/{key}": "layouts:read",
  "PUT /layouts/{key}": "layouts:write",
  "DELETE /layouts/{key}": "layouts:write",
  "POST /inbox/token": "inbox:write",
  "GET /messages": "messages:read",
  "GET /messages/{id}": "messages:read",
  "GET /suppressions": "suppressions:read",
  "POST /suppressions": "suppressions:write",
  "POST /suppressions/lift": "suppressions:write",
  "GET /sandbox/clock": "sandbox:read",
  "POST /sandbox/clock": "sandbox:write",
  "GET /webhook-endpoints": "webhooks:read",
  "POST /webhook-endpoints": "webhooks:write",
  "GET /webhook-endpoints/{id}": "webhooks:read",
  "PUT /webhook-endpoints/{id}": "webhooks:write",
  "DELETE /webhook-endpoints/{id}": "webhooks:write",
  "POST /webhook-endpoints/{id}/enable": "webhooks:write",
  "POST /webhook-endpoints/{id}/rotate-secret": "webhooks:write",
  "POST /webhook-endpoints/{id}/test": "webhooks:write",
  "GET /webhook-endpoints/{id}/deliveries": "webhooks:read",
  "POST /webhook-endpoints/{id}/deliveries/replay": "webhooks:write",
  "GET /webhook-endpoints/{id}/deliveries/{deliveryId}": "webhooks:read",
  "POST /webhook-endpoints/{id}/deliveries/{deliveryId}/replay": "webhooks:write",
};

const READS = new Set(["GET", "HEAD"]);
/** They think about a document that is sent along, and store nothing. */
const READ_BY_POST = ["POST /workflows/{key}/validate", "POST /workflows/{key}/simulate"];

let database: TestDatabase;
let api: ReturnType<typeof testApi>;
const keys = new Map<Grant, string>();

beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database.db);
  const all = await api.newKey();
  for (const grant of GRANTS) keys.set(grant, (await api.narrowKey(all, [grant])).key);
});
afterAll(() => database.drop());

const endpoints = routesOf(contract).map(({ method, path }) => `${method} ${path}`);

describe("every endpoint of /api/v1", () => {
  it("stands in the table, and nothing else does", () => {
    const missing = endpoints.filter((endpoint) => !(endpoint in NEEDS));
    expect(missing, "give these endpoints a line in NEEDS of this test").toEqual([]);
    expect(Object.keys(NEEDS).filter((name) => !endpoints.includes(name))).toEqual([]);
  });

  it("asks for a scope that writes, unless it only reads", () => {
    const wrong = Object.entries(NEEDS).filter(([endpoint, scope]) => {
      const reads = READS.has(endpoint.split(" ")[0] ?? "") || READ_BY_POST.includes(endpoint);
      return reads !== scope.endsWith(":read");
    });
    expect(wrong).toEqual([]);
  });

  it.each(Object.entries(NEEDS))(
    "%s is open to %s and to nothing less",
    async (endpoint, scope) => {
      const [method = "", path = ""] = endpoint.split(" ");
      const address = path.replaceAll(/\{\w+\}/g, "nothing");
      const kind = scope.slice(scope.indexOf(":") + 1);
      const open: Grant[] = [];
      for (const grant of GRANTS) {
        // No body: what is let in is refused for its content, so that nothing is done.
        const { status } = await api.call(keys.get(grant) ?? "", method, address);
        expect(status, `${endpoint} with ${grant}`).not.toBe(401);
        if (status !== 403) open.push(grant);
      }
      expect(open).toEqual(GRANTS.filter((grant) => ["*", kind, scope].includes(grant)));
      expect((await api.call(null, method, address)).status).toBe(401);
    },
  );
});
