import type { advice as en } from "../en/advice";
import type { Same } from "../same";

export const advice = {
  bodyDraft:
    "Das ändert den Entwurf: {change} Veröffentlicht wird nichts; der Editor öffnet sich damit.",
  bodyHasDraft: "Der Entwurf enthält noch andere Änderungen; sie bleiben.",
  change_disable: "Der Schritt {step} wird ausgeschaltet.",
  change_wait_at: "Nach dem Schritt {step} geht es um {at} in der Zeit der Person weiter.",
  change_wait_for: "Der Schritt {step} wartet {hours} Std.",
  costly:
    "{stage}: Die Nachricht kostet mehr Abmeldungen, als sie Antworten bringt. {optOuts} von {of} meldeten sich ab ({optLow}–{optHigh}), {answers} antworteten danach ({low}–{high}).",
  counted:
    "Wartezeiten ab der ersten Nachricht jeder Stufe, Abmeldungen und Antworten je Stufe und die Stunden der Antworten in der Zeit der Personen. Fälle, die im Zeitraum eröffnet wurden.",
  finding: "{n, plural, one {Eine Änderung} other {# Änderungen}}, für die die Zahlen sprechen",
  hours:
    "{stage}: Am ehesten wird von {from}:00 bis {to}:00 Ortszeit geantwortet, {lift} mehr als zu allen Stunden. Die nächste Nachricht geht zu einer anderen Zeit hinaus.",
  means:
    "Nur was über den Zufall hinausgeht: Jeder Rat steht auf mindestens 50 Wartezeiten oder auf 200 Nachrichten mit 10 Abmeldungen, mit Grenzen zu 95 %. Vergleichen Sie vorher und nachher: Das ist kein Experiment.",
  none: "Nichts, wofür die Zahlen sprechen, oder zu wenige Fälle dafür.",
  of: "Antworten von denen, die dann noch warteten; Abmeldungen und Antworten von zugestellten Nachrichten.",
  put: "In den Entwurf übernehmen",
  shorter:
    "{stage}: Länger als {hours} Std. auf die nächste Nachricht zu warten bringt nichts. {answers} von {of} antworteten danach ({low}–{high}).",
  title: "Rat",
} satisfies Same<typeof en>;
