import type { PlanCode } from "../sentence-code";

export const plan = {
  "plan.send": "{channelTitle} „{template}“ an {person}",
  "plan.fallback":
    "{channelTitle} „{template}“ an {person}, falls die erste Nachricht nicht genügt",
  "plan.escalate": "Eskalation auf Stufe {level}",
  "plan.expire": "Der Fall läuft ab",
  "plan.resolve": "Der Ablauf schließt den Fall als erledigt",
  "plan.call": "Der Ablauf ruft ein anderes System auf",
  "plan.due_date": "Angehalten: ohne Fälligkeit geht es nicht weiter",
  "plan.operator": "Angehalten: jemand muss sich das ansehen",
  "plan.at": "{what} am {at}",
} as const satisfies Record<PlanCode, string>;
