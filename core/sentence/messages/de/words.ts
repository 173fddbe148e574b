import type { WordCode } from "../sentence-code";

export const words = {
  "word.unknown": "unbekannt",
  "word.nobody": "niemanden",
  "word.nothing": "leer",
  "word.moment": "{date}, {time} Uhr ({city})",
  "word.unit": `{unit, select,
    year {{n, plural, one {# Jahr} other {{form, select, dative {{n, number} Jahren} other {{n, number} Jahre}}}}}
    month {{n, plural, one {# Monat} other {{form, select, dative {{n, number} Monaten} other {{n, number} Monate}}}}}
    week {{n, plural, one {# Woche} other {# Wochen}}}
    day {{n, plural, one {# Tag} other {{form, select, dative {{n, number} Tagen} other {{n, number} Tage}}}}}
    hour {{n, plural, one {# Stunde} other {# Stunden}}}
    minute {{n, plural, one {# Minute} other {# Minuten}}}
    business_day {{n, plural, one {# Arbeitstag} other {{form, select, dative {{n, number} Arbeitstagen} other {{n, number} Arbeitstage}}}}}
    business_hour {{n, plural, one {# Arbeitsstunde} other {# Arbeitsstunden}}}
    other {{n, plural, one {# Sekunde} other {# Sekunden}}}}`,
  "word.working_time": "{length} Arbeitszeit",
  "word.every": `{single, select,
    year {Jedes Jahr} month {Jeden Monat} week {Jede Woche} day {Jeden Tag} hour {Jede Stunde}
    minute {Jede Minute} second {Jede Sekunde} business_day {Jeden Arbeitstag}
    other {Alle {length}}}`,
  "word.offset": `{direction, select,
    before {{length} vor {anchor, select,
      due {dem Fälligkeitstermin} opened {der Eröffnung des Falls}
      lastMessage {der letzten Nachricht} other {dem Zeitpunkt in {path}}}}
    after {{length} nach {anchor, select,
      due {dem Fälligkeitstermin} opened {der Eröffnung des Falls}
      lastMessage {der letzten Nachricht} other {dem Zeitpunkt in {path}}}}
    fraction {nach {percent} der Zeit von der Eröffnung bis zum Fälligkeitstermin}
    other {{anchor, select,
      due {zum Fälligkeitstermin} opened {zur Eröffnung des Falls}
      lastMessage {zur letzten Nachricht} other {zum Zeitpunkt in {path}}}}}`,
  "word.wait_rule": `{shape, select, until {{offset}} other {{length} nach dem vorigen Schritt}}{hasAt, select,
    yes {, {at} Uhr} other {}}{zone, select,
    person { in der Zeitzone der Person} team { in der Zeitzone des Teams}
    workspace { in der Zeitzone des Arbeitsbereichs} other {}}{days, select, business {, an Arbeitstagen} other {}}`,
  "word.channel": `{channel, select,
    email {E-Mail} sms {SMS} push {Push} in_app {In-App} webhook {Webhook} other {Nachricht}}`,
  "word.channel_title": `{channel, select,
    email {E-Mail} sms {SMS} push {Push-Nachricht} in_app {In-App-Nachricht}
    webhook {Webhook-Aufruf} other {Nachricht}}`,
  "word.channel_name": "{channel, select, email {E-Mail} in_app {In-App} other {{name}}}",
  "word.use": "{channel} „{template}“",
  "word.match": `{kind, select,
    any {eine beliebige Reaktion} reply {eine Antwort} event {{name}}
    other {die Schaltfläche „{name}“}}`,
  "word.unless": `{kind, select,
    event {{name} trifft ein} action {„{name}“ wird gedrückt} other {eine Antwort geht ein}}`,
  "word.priority": `{priority, select,
    low {niedrig} normal {normal} high {hoch} urgent {dringend} other {unbekannt}}`,
  "word.outcome": `{outcome, select,
    resolved {erledigt} expired {abgelaufen} canceled {abgebrochen} other {geschlossen}}`,
  "word.field": `{field, select,
    priority {die Priorität} owner {die Zuständigkeit} dueAt {den Fälligkeitstermin}
    other {das Attribut {name}}}`,
  "word.actor": "{kind, select, plan {der Plan} api {die API ({name})} other {{name}}}",
  "word.actor_phrase": `{kind, select,
    plan {vom Plan} api {über die API ({name})} event {durch {name}} other {von {name}}}`,
  "word.party": `{kind, select,
    person {die Person} owner {die zuständige Person} involved {alle Beteiligten}
    team {das Team {name}} team_lead {die Leitung von {name}} team_members {die Mitglieder von {name}}
    team_turn {ein Mitglied von {name} (reihum)} on_call {die diensthabende Person von {name}}
    manager_person {die Führungskraft der Person{nth, plural, =1 {} other { (# Ebenen höher)}}}
    manager_owner {die Führungskraft der zuständigen Person{nth, plural, =1 {} other { (# Ebenen höher)}}}
    webhook {den Webhook {name}} nobody {niemanden} other {{name}}}`,
  "word.plan": `{kind, select,
    escalate {Eskalation{hasLevel, select, yes { auf Stufe {level}} other {}}} expire {Der Fall läuft ab}
    resolve {Der Fall wird erledigt} call {Ein Aufruf geht hinaus}
    due_date {Zurückgehalten, bis der Fall einen Fälligkeitstermin hat}
    operator {Zurückgehalten, bis jemand eingreift}
    other {{channelTitle}{hasTemplate, select, yes { „{template}“} other {}}{hasPerson, select,
      yes { an {person}} other {}}}}{hasAt, select, yes { am {at}} other {}}{kind, select,
    fallback {, falls die vorige Nachricht nicht genügt} other {}}`,
  "word.other_decision": "Vermerkt als {code}.",
  "word.no_reason": "Es ist kein Grund vermerkt.",
} as const satisfies Record<WordCode, string>;
