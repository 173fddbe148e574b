import type { ScenarioCode } from "../sentence-code";

export const scenarios = {
  "behaviour.when": `{length} {from, select,
    message {nach Nachricht {n}} level {nach dem Einbeziehen von Stufe {n}}
    other {nach dem Beginn}}`,
  "behaviour.open": `{when} öffnet {human, select,
    no {ein Mailprogramm {it, select, yes {sie} other {die neueste Nachricht}}, was nicht zählt}
    other {{it, select, yes {sie jemand} other {jemand die neueste Nachricht}}}}.`,
  "behaviour.click": `{when} folgt {human, select,
    no {ein Mailfilter einem Link, was nicht zählt}
    other {jemand einem Link {it, select, yes {darin} other {in der neuesten Nachricht}}, schließt aber nicht ab}}.`,
  "behaviour.reply": "{when} kommt eine Antwort{hasText, select, yes {: „{text}“} other {}}.",
  "behaviour.action":
    "{when} drückt jemand „{action}“{hasLength, select, yes { für {pause}} other {}}.",
  "behaviour.event": "{when} trifft {event} ein.",
  "behaviour.acknowledge": `{when} übernimmt {hasPerson, select, yes {{person}} other {die einbezogene Person}}.`,
  "behaviour.bounce":
    "{when} kommt {it, select, yes {sie} other {die neueste Nachricht}} als unzustellbar zurück.",
  "behaviour.unsubscribe": "{when} meldet sich die Person ab.",
  "behaviour.move_due": `{when} verschiebt sich der Fälligkeitstermin {to, select,
    moment {auf {moment}} before {um {distance} nach vorn} after {um {distance} nach hinten} other {nicht}}.`,
  "behaviour.holiday":
    "{when} wird {hasDay, select, yes {{day}} other {der Fälligkeitstag}} zum Feiertag.",
  "behaviour.nothing": "{when} geschieht nichts.",
  "preset.happy_path": "Alles läuft gut",
  "preset.late_responder": "Späte Reaktion",
  "preset.opens_never_responds": "Öffnet, reagiert nie",
  "preset.never_opens": "Öffnet nie",
  "preset.bounce_then_sms": "Unzustellbar, dann der nächste Kanal",
  "preset.opted_out_of_sms": "Keine SMS gewünscht",
  "preset.due_date_moves": "Fälligkeit verschiebt sich",
  "preset.no_supervisor_reacts": "Niemand Zuständiges reagiert",
  "scenario.person_unknown": "Die Person „{person}“ gibt es nicht mehr.",
  "scenario.message_missing": `{channelTitle} aus „{step}“ (Nachricht {n}) sollte {expected, select,
    sent {gesendet werden} not_sent {entfallen} other {scheitern}}, wurde aber nie geplant.`,
  "scenario.message_extra": `{channelTitle} aus „{step}“ (Nachricht {n}) war nicht erwartet: {actual, select,
    sent {gesendet am {at}} not_sent {am {at} nicht gesendet} other {am {at} gescheitert}}.`,
  "scenario.outcome_other": `{channelTitle} aus „{step}“ (Nachricht {n}) sollte {expected, select,
    sent {gesendet werden} not_sent {entfallen} other {scheitern}}, {actual, select,
    sent {wurde aber gesendet} not_sent {wurde aber nicht gesendet} other {ist aber gescheitert}}.`,
  "scenario.time_other":
    "{channelTitle} aus „{step}“ (Nachricht {n}) kam am {actual} statt am {expected}.",
  "scenario.reason_other":
    "Über {channelTitle} aus „{step}“ (Nachricht {n}) entschied „{actual}“ statt „{expected}“.",
  "scenario.end_other": `Der Fall endete {actual, select,
    resolved {erledigt} expired {abgelaufen} canceled {abgebrochen} other {offen}} statt {expected, select,
    resolved {erledigt} expired {abgelaufen} canceled {abgebrochen} other {offen}}.`,
  "scenario.cut_off": `Die Simulation kam zu keinem Ende: Sie wurde nach {cut, select,
    days {drei Jahren} other {5.000 Ereignissen}} beendet.`,
} as const satisfies Record<ScenarioCode, string>;
