import { conditionScope } from "@/core/case/condition-scope";
import type { JobPayload } from "@/core/jobs";
import { renderText } from "@/core/template/liquid";
import type { RenderScope } from "@/core/template/scope";
import type { Instant } from "@/core/time";
import type { Call } from "@/core/workflow/steps/call";
import { inTransaction } from "@/db/client";
import { applyEvents } from "../cases/apply-events";
import { CASE_COLUMNS, type CaseRow, stateOf } from "../cases/case-row";
import { loadFacts } from "../cases/load-facts";
import { nowOf } from "../clock/clock";
import type { Ctx } from "../context";
import { safeFetch } from "./safe-fetch";
import { signatureHeaders } from "./signed";
import { signingSecret } from "./signing-secret";

const TIMEOUT_MS = 10_000;
const ONE = `select ${CASE_COLUMNS} from cases c where c.workspace_id = $1 and c.id = $2`;

type Answered = { ok: boolean; answer: unknown };

/**
 * Makes the request of a `call` step and gives its answer to the case. Does nothing when the case
 * stands elsewhere by now. The answer of the other side, whatever it is, is a value, never a throw.
 */
export async function makeCall(
  ctx: Ctx,
  { workspaceId, caseId, step }: JobPayload<"case.call">,
): Promise<void> {
  const [row] = (await ctx.db.$client.unsafe(ONE, [workspaceId, caseId])) as unknown as CaseRow[];
  if (!row) return;
  const { cases } = await loadFacts(ctx.db, [row]);
  const [loaded] = cases;
  if (!loaded) return;
  const instruction = loaded.program.instructions[row.pc];
  if (instruction?.op !== "call" || instruction.step !== step) return;
  const now = await nowOf(ctx.db, workspaceId);
  const scope = conditionScope(loaded.facts, stateOf(row), now);
  const id = `call_${caseId}_${step}_${row.revision}`;
  const secret = signingSecret(ctx.config.appSecret, workspaceId);
  const { ok, answer } = await request(ctx, instruction.call, { scope, now, id, secret });
  await inTransaction(ctx.db, async (tx) => {
    const at = await nowOf(tx, workspaceId);
    const event = { type: "call_answered" as const, at, step, ok, answer };
    await applyEvents(ctx, tx, [{ workspaceId, caseId, event }]);
  });
}

async function request(
  ctx: Ctx,
  call: Call,
  how: { scope: RenderScope; now: Instant; id: string; secret: string },
): Promise<Answered> {
  const method = call.method ?? "POST";
  const url = rendered(call.url, how);
  const text = typeof call.body === "string" ? call.body : JSON.stringify(call.body ?? {});
  const body = method === "GET" ? { ok: true as const, text: "" } : rendered(text, how);
  if (!url.ok) return { ok: false, answer: { error: `url: ${url.message}` } };
  if (!body.ok) return { ok: false, answer: { error: `body: ${body.message}` } };
  const timeoutMs = call.timeoutMs ?? TIMEOUT_MS;
  const headers = {
    "content-type": "application/json",
    ...call.headers,
    ...signatureHeaders(how.secret, how.id, new Date(how.now), body.text),
  };
  try {
    const fetch = safeFetch({ allowPrivate: ctx.config.allowPrivateCalls, timeoutMs });
    const init = method === "GET" ? { method, headers } : { method, headers, body: body.text };
    const response = await fetch(url.text, init);
    const answer = { status: response.status, body: parsed(await response.text()) };
    return { ok: response.ok, answer };
  } catch (error) {
    return { ok: false, answer: { error: error instanceof Error ? error.message : String(error) } };
  }
}

const rendered = (text: string, { scope, now }: { scope: RenderScope; now: Instant }) =>
  renderText(text, scope, { locale: "en", zone: "UTC", now, escape: "plain" });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text.slice(0, 4_000);
  }
}
