import type { remedies as en } from "../en/remedies";
import type { Same } from "../same";

export const remedies = {
  leadOf: "Leitung von {team}",
  leadHint:
    "Wird zuerst benachrichtigt, wenn etwas an dieses Team eskaliert. Sofort gespeichert, für jeden Workflow.",
  noLead: "Noch niemand",
  members: "Im Team",
  others: "Andere Personen",
} as const satisfies Same<typeof en>;
