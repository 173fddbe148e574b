import type { OpenAPI } from "@orpc/contract";
import { OpenAPIGenerator } from "@orpc/openapi";
import { ZodToJsonSchemaConverter } from "@orpc/zod/zod4";
import type { z } from "zod";
import { contract } from "@/core/contracts";
import { Kpis } from "@/core/contracts/analytics/summary";
import { Case } from "@/core/contracts/cases";
import { EventInput, EventShape } from "@/core/contracts/events";
import { Data } from "@/core/contracts/fields";
import { Message, MessageDetail } from "@/core/contracts/messages";
import { InlinePerson, Person, PersonInput, Preferences } from "@/core/contracts/people";
import { Problem } from "@/core/contracts/problem";
import { Rota, RotaOverride } from "@/core/contracts/rotas";
import { Calendar, Policy, Team } from "@/core/contracts/teams";
import { TemplateShape } from "@/core/contracts/templates";
import { Topic } from "@/core/contracts/topics";
import { Workflow, WorkflowVersion } from "@/core/contracts/workflows";
import { Content } from "@/core/template/content";
import { Definition } from "@/core/workflow/definition";
import { Step, Steps } from "@/core/workflow/step";
import { routesOf } from "@/server/http/routes";

const ABOUT = `Everything the console can do. Send an API key of one workspace as
\`Authorization: Bearer ft_live_…\` (or \`ft_test_…\` for a sandbox).

Refusals are RFC 9457 problems. \`Idempotency-Key\` on any POST makes it safe to send again for 24
hours. Lists take \`limit\` (at most 200) and \`cursor\`, newest first. Reads of cases, workflows and
preferences answer an \`ETag\`; writes check \`If-Match\` where it is sent.`;

const SHAPES: Record<string, z.ZodType> = {
  Case,
  Event: EventShape,
  Message,
  MessageDetail,
  Person,
  Preferences,
  Topic,
  Team,
  Calendar,
  Rota,
  RotaOverride,
  EscalationPolicy: Policy,
  Template: TemplateShape,
  Workflow,
  WorkflowVersion,
  Kpis,
  Problem,
};

const INPUTS: Record<string, z.ZodType> = {
  EventInput,
  PersonInput,
  InlinePerson,
  Definition,
  Steps,
  Step,
  Content,
  Data,
};

/** Where items are read one by one, so that one that is wrong stops no other. */
const ITEMS = [
  { path: "/events/batch", field: "events", shape: "EventInput" },
  { path: "/people/batch", field: "people", shape: "PersonInput" },
];

const METHODS = ["get", "put", "post", "delete"] as const;
const TAKES_IF_MATCH = /\/(?:cases|workflows)\/\{|\/preferences$/;

let made: Promise<string> | undefined;

/** The OpenAPI 3.1 document of `/api/v1` as JSON text, made once per process. */
export function openApiDocument(): Promise<string> {
  made ??= generate();
  return made;
}

async function generate(): Promise<string> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const named = (shapes: typeof SHAPES, strategy: "input" | "output") =>
    Object.entries(shapes).map(([name, schema]) => [name, { strategy, schema }] as const);
  const commonSchemas = Object.fromEntries([...named(SHAPES, "output"), ...named(INPUTS, "input")]);
  const document = await generator.generate(contract, {
    info: { title: "Followthrough API", version: "1.0.0", description: ABOUT },
    servers: [{ url: "/api/v1" }],
    security: [{ apiKey: [] }],
    components: {
      securitySchemes: {
        apiKey: { type: "http", scheme: "bearer", description: "ft_live_… or ft_test_…" },
      },
    },
    commonSchemas,
  });
  complete(document);
  for (const { path, field, shape } of ITEMS) nameItems(document, path, field, shape);
  return JSON.stringify(document);
}

/** What holds for every endpoint, said once here instead of in each contract. */
function complete(document: OpenAPI.Document): void {
  const scopes = new Map(
    routesOf(contract).map((route) => [`${route.method} ${route.path}`, route] as const),
  );
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const method of METHODS) {
      const operation = item?.[method];
      const route = scopes.get(`${method.toUpperCase()} ${path}`);
      if (!operation || !route) continue;
      const needs = `Needs the scope \`${route.scope}\`.`;
      operation.description = [operation.description, needs].filter(Boolean).join("\n\n");
      operation.responses = {
        ...operation.responses,
        default: {
          description: "Refused",
          content: {
            "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
          },
        },
      };
      operation.parameters = [...(operation.parameters ?? []), ...headersOf(method, path)];
      addBodyFormats(operation, route.accepts);
      if (method === "put" && operation.responses["200"]) {
        operation.responses["201"] = { ...operation.responses["200"], description: "Created" };
      }
    }
  }
}

function headersOf(method: string, path: string): OpenAPI.ParameterObject[] {
  const headers: OpenAPI.ParameterObject[] = [];
  const header = (name: string, description: string) =>
    headers.push({ name, in: "header", required: false, description, schema: { type: "string" } });
  if (method === "post") header("Idempotency-Key", "The same key and body get the same answer");
  if (method !== "get" && TAKES_IF_MATCH.test(path)) {
    header("If-Match", "The ETag you have read; refused with 412 when it is another one by now");
  }
  return headers;
}

function addBodyFormats(operation: OpenAPI.OperationObject, accepts: readonly string[]): void {
  const body = operation.requestBody;
  if (!body || !("content" in body)) return;
  const json = body.content["application/json"];
  if (!json) return;
  if (accepts.includes("yaml")) body.content["application/yaml"] = json;
  if (accepts.includes("csv")) body.content["text/csv"] = { schema: { type: "string" } };
}

function nameItems(document: OpenAPI.Document, path: string, field: string, shape: string): void {
  const body = document.paths?.[path]?.post?.requestBody;
  const schema = body && "content" in body ? body.content["application/json"]?.schema : undefined;
  const list = schema && "properties" in schema ? schema.properties?.[field] : undefined;
  if (list && "items" in list) list.items = { $ref: `#/components/schemas/${shape}` };
}
