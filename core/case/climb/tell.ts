import type { MessageRequest } from "@/core/delivery/request";
import type { Level } from "@/core/workflow/steps/escalate";
import { channelOf } from "@/core/workflow/steps/shared";
import { type Run, visitOf } from "../run";
import { isHeldOut, planMessage } from "../send";

/** Endpoints that are told when the case closes; a ladder that names more has its first ones told. */
const WEBHOOKS_MAX = 50;

/** A message to a helper on each channel of the level. */
export function tellHelper(
  run: Run,
  personId: string,
  channels: Level["channels"],
  asked: Partial<MessageRequest>,
): void {
  for (const entry of channels) {
    planMessage(run, personId, channelOf(entry), run.now, { audience: "escalation", ...asked });
  }
}

/** Of a case that is held out no endpoint hears, as no person does. */
export function tellWebhooks(run: Run, urls: readonly string[], level: number): void {
  if (isHeldOut(run)) return;
  const step = run.state.step ?? "";
  const visit = visitOf(run);
  for (const url of new Set(urls)) {
    run.effects.push({ type: "notify_webhook", event: "escalated", step, visit, level, url });
    const others = (run.memory.toldWebhooks ?? []).filter((told) => told.url !== url);
    if (others.length < WEBHOOKS_MAX) {
      run.memory.toldWebhooks = [...others, { url, step, visit, level }];
    }
  }
}

/** The case has ended: whoever was told of it is told of that too, people by the steps of its ending. */
export function tellWebhooksOfTheEnd(run: Run): void {
  for (const told of run.memory.toldWebhooks ?? []) {
    run.effects.push({ type: "notify_webhook", event: "closed", ...told });
  }
  delete run.memory.toldWebhooks;
}
