import { unreachable } from "@/core/assert";
import type { Actor } from "@/core/case/state";
import type { PreferencesInput } from "@/core/contracts/people";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import { DAY_MS, type Instant, toRfc3339 } from "@/core/time";
import { inTransaction } from "@/db/client";
import { applyEvents } from "../cases/apply-events";
import * as verbs from "../cases/verbs";
import type { Ctx } from "../context";
import { receiveEvent } from "../events/receive-event";
import { savePreferences } from "../people/save-preferences";
import type { Matter } from "./matters";
import { CUSTOMERS, EMPLOYEES, preferencesOf } from "./people";
import type { Act } from "./stories";
import { recordBounce, recordComebacks } from "./what-came-back";

const OPERATORS: readonly Actor[] = [
  { kind: "operator", id: "demo-ana", name: "Ana Ruiz" },
  { kind: "operator", id: "demo-leo", name: "Leo Hart" },
];
const NAMES = new Map([...CUSTOMERS, ...EMPLOYEES].map(({ id, name }) => [id, name]));

/** A message that was handed over, as the one who got it sees it. */
export type SentMessage = {
  id: string;
  caseId: string;
  personId: string;
  step: string;
  channel: string;
  to: string;
  level: number | null;
  sentAt: Instant;
};

type Scene = {
  ctx: Ctx;
  workspaceId: WorkspaceId;
  matter: Matter;
  caseId: string;
  /** What the person reacts to; null right after the case was opened. */
  message: SentMessage | null;
  now: Instant;
};

/** Does one act of a story by the production verb. Who comes too late changes nothing, as in life. */
export async function perform(scene: Scene, act: Act): Promise<void> {
  try {
    await doIt(scene, act);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "conflict") throw error;
  }
}

async function doIt(scene: Scene, act: Act): Promise<unknown> {
  const { ctx, workspaceId, matter, caseId, message, now } = scene;
  const operator = OPERATORS[matter.at % OPERATORS.length] ?? OPERATORS[0];
  if (!operator) throw new Error("Invariant violated: the demo has operators");
  const asOperator = { workspaceId, actor: operator };
  const personId = message?.personId ?? matter.person;
  const asPerson = { workspaceId, actor: personActor(personId) };
  const { data } = matter;
  switch (act.do) {
    case "event":
      return receiveEvent(ctx, workspaceId, { name: act.name, person: matter.person, data });
    case "promise": {
      const until = toRfc3339(now + act.days * DAY_MS);
      return receiveEvent(ctx, workspaceId, {
        name: "promise_to_pay",
        person: matter.person,
        data: { ...data, until },
      });
    }
    case "repeat": {
      const dueDate = toRfc3339(now + act.dueInDays * DAY_MS).slice(0, 10);
      return receiveEvent(ctx, workspaceId, {
        name: matter.event,
        person: matter.person,
        data: { ...data, due_date: dueDate },
      });
    }
    case "action":
      await comeBack(scene, "clicked");
      return respond(scene, personId, "action", act.name);
    case "reply":
      await comeBack(scene, "replied");
      return respond(scene, matter.person, "reply", "reply");
    case "acknowledge":
      await comeBack(scene, "clicked");
      return verbs.acknowledgeCase(ctx, asPerson, caseId, {});
    case "snooze":
      await comeBack(scene, "clicked");
      return verbs.snoozeCase(ctx, asPerson, caseId, { until: toRfc3339(now + act.days * DAY_MS) });
    case "bounce":
      return message && recordBounce(ctx, workspaceId, message, act.text, now);
    case "unsubscribe":
      return prefer(scene, {
        topics: { "billing-reminders": { channels: {}, frequency: "off", digestAt: null } },
      });
    case "pause":
      return prefer(scene, { pausedUntil: toRfc3339(now + act.days * DAY_MS) });
    case "resolve":
      return verbs.resolveCase(ctx, asOperator, caseId, { note: act.note });
    case "cancel":
      return verbs.cancelCase(ctx, asOperator, caseId, { reason: act.reason });
    case "reassign":
      return verbs.reassignCase(ctx, asOperator, caseId, act.to);
    case "escalate":
      return verbs.escalateCase(ctx, asOperator, caseId, {});
    case "due":
      return verbs.moveDue(ctx, asOperator, caseId, {
        dueAt: toRfc3339(now + act.inDays * DAY_MS).slice(0, 10),
      });
    case "note":
      return verbs.noteCase(ctx, asOperator, caseId, { text: act.text });
    case "reopen":
      return verbs.reopenCase(ctx, asOperator, caseId, {});
    default:
      return unreachable(act);
  }
}

const personActor = (id: string): Actor => ({ kind: "person", id, name: NAMES.get(id) ?? null });

/** A button or a reply; it resolves, since the stories press only what their workflows stop for. */
async function respond(
  { ctx, workspaceId, caseId, now }: Scene,
  personId: string,
  kind: "action" | "reply",
  name: string,
): Promise<void> {
  const by = personActor(personId);
  const event = { type: "responded" as const, at: now, by, kind, name, resolves: true };
  await inTransaction(ctx.db, (tx) => applyEvents(ctx, tx, [{ workspaceId, caseId, event }]));
}

async function comeBack({ ctx, workspaceId, message, now }: Scene, type: "clicked" | "replied") {
  if (!message) return;
  const back = { messageId: message.id, by: "human" as const, at: now };
  const opened = message.channel === "email" ? [{ ...back, type: "opened" as const }] : [];
  await recordComebacks(ctx, workspaceId, [...opened, { ...back, type }]);
}

const prefer = ({ ctx, workspaceId, matter }: Scene, preferences: Partial<PreferencesInput>) =>
  savePreferences(
    ctx,
    { workspaceId, actor: personActor(matter.person) },
    matter.person,
    preferencesOf(matter.person, preferences),
  );
