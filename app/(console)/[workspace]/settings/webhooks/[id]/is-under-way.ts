import { SECOND_MS } from "@/core/time";
import type { DeliveryRow } from "@/db/queries/webhook-deliveries";

const SOON_MS = 10 * SECOND_MS;

/** Whether something will come of this delivery while somebody looks at it. */
export const isUnderWay = ({ status, nextAttemptAt }: DeliveryRow, isOn: boolean): boolean =>
  status === "sending" ||
  (isOn && nextAttemptAt !== null && nextAttemptAt.getTime() - Date.now() < SOON_MS);
