import type { FlowCode } from "../sentence-code";

export const flow = {
  "wait.started": `Wartet bis {until}{rolled, select,
    earlier {, auf einen früheren Arbeitstag verlegt} later {, auf einen späteren Arbeitstag verlegt}
    yes {, auf einen Arbeitstag verlegt} other {}}.`,
  "wait.ended": "Die Wartezeit ist vorbei; der Plan läuft weiter.",
  "wait.passed": `Der Zeitpunkt war schon{hasBy, select, yes { seit {byDative}} other {}} vorbei: {choice, select,
    send_now {Es geht sofort weiter} next {Gewartet wird bis zum nächsten erlaubten Zeitpunkt}
    skip {Was folgt, wird nicht gesendet} other {Der Plan läuft weiter}}.`,
  "await.started": "Wartet auf eine Reaktion bis {until}.",
  "await.answered": `Beantwortet{kind, select,
    event { durch {hasName, select, yes {{name}} other {ein Ereignis}}}
    action {{written, select, yes { mit Worten, die zählen als } other { durch }}{hasName, select,
      yes {„{name}“} other {eine Schaltfläche}}}
    reply { durch eine Antwort} acknowledgement { durch eine Bestätigung}
    other {{hasName, select, yes { durch {name}} other {}}}}{hasAt, select, yes { am {at}} other {}}.`,
  "await.timed_out":
    "Keine Reaktion{hasAfter, select, yes { innerhalb von {afterDative}} other {}}.",
  "branch.taken": `{path, select, otherwise {Keine Bedingung traf zu; weiter auf dem anderen Weg} other {Weiter auf dem Weg {path}}}{hasCondition, select,
    yes {: {condition}} other {}}{hasMissing, select,
    yes { (nicht vorhanden, daher falsch: {missing})} other {}}.`,
  "split.taken": "Der Variante {arm} zugeteilt.",
  "split.holdout": "Der Kontrollgruppe zugeteilt: beobachtet, aber ohne Nachricht.",
  "repeat.round": "Runde {n}{hasOf, select, yes { von {of}} other {}}.",
  "repeat.done": `Die Runden sind vorbei{hasRounds, select,
    yes {{hasOf, select, yes { ({rounds} von {of})} other { ({rounds})}}} other {}}.`,
  "esc.started": `Übergeben an {to} (Stufe {level}){hasWithin, select,
    yes {, mit {withinDative} Zeit zur Bestätigung} other {}}.`,
  "esc.level_up": `Auf Stufe {level} eskaliert an {to}{hasAfter, select,
    yes {, weil innerhalb von {afterDative} niemand bestätigt hat} other {}}.`,
  "esc.announced": "Angekündigt: Ohne Antwort bis {until} wird jemand anderes hinzugezogen.",
  "esc.ack":
    "Annahme {byPhrase} bestätigt{hasAfter, select, yes { (nach {afterDative})} other {}}.",
  "esc.ack_partly": "Die Annahme wurde {byPhrase} bestätigt; noch nicht von {left}.",
  "esc.ack_timeout": `{hasBy, select, yes {Von {by}} other {Zwar}} angenommen, aber nicht in {after} erledigt: Die Eskalation beginnt von vorn.`,
  "esc.skipped_unavailable": `Keine Übergabe an {target}: {why, select,
    absent {abwesend} off_duty {nicht im Dienst} paused {pausiert} erased {nicht mehr vorhanden}
    no_address {keine Adresse} no_members {keine Mitglieder} no_lead {keine Leitung}
    no_manager {keine Führungskraft bekannt} no_owner {niemand ist zuständig}
    no_such_team {kein solches Team} nobody_on_call {niemand ist im Dienst} no_such_rota {keinen solchen Dienstplan}
    unknown_person {nicht bekannt} duplicate {schon informiert} other {nicht verfügbar}}.`,
  "esc.exhausted": `{why, select, no_policy {Die Eskalationsrichtlinie{hasPolicy, select, yes { „{policy}“} other {}} gibt es nicht; niemand wurde hinzugezogen} other {Alle Stufen wurden versucht, und niemand hat{hasAfter, select,
    yes { innerhalb von {afterDative}} other {}} bestätigt}}.`,
  "esc.fallback": "Übergeben an {to}, weil sonst niemand übrig war.",
  "esc.repeated": `Beginnt wieder ab Stufe {toLevel}{hasLap, select, yes { (Runde {lap})} other {}}.`,
  "esc.by_hand": "Von Hand eskaliert{hasBy, select, yes { ({by})} other {}}.",
  "esc.not_needed": `Keine Eskalation: {why, select, answered {Vorher kam eine Antwort}
    other {Die Annahme war schon bestätigt}}.`,
  "esc.told": "Informiert: {to}.",
  "update.set":
    "{hasSet, select, yes {Gesetzt: {set}} other {{hasWhat, select, yes {Neuer Wert für {what}: {to}} other {Aktualisiert}}}}.",
  "call.started": "Aufruf gestartet{hasUrl, select, yes {: {url}} other {}}.",
  "call.answered": `{hasUrl, select, yes {{url} hat geantwortet} other {Der Aufruf wurde beantwortet}}{hasStatus, select,
    yes { (Status {status})} other {}}.`,
  "call.failed": `Der Aufruf{hasUrl, select, yes { von {url}} other {}} ist fehlgeschlagen{hasText, select, yes {: {text}} other {}}.`,
  "stale.action": `{hasBy, select, yes {{by} hat} other {Jemand hat}} {hasAction, select,
    yes {„{action}“} other {eine Schaltfläche}} gedrückt; nichts wurde geändert{became, select,
    escalated {: bereits eskaliert} acknowledged {: bereits bestätigt}
    resolved {: bereits erledigt} expired {: der Fall ist abgelaufen}
    canceled {: der Fall wurde abgebrochen} snoozed {: bereits zurückgestellt}
    reopened {: inzwischen wieder geöffnet} used {: der Link wurde schon benutzt}
    link_expired {: der Link ist abgelaufen} other {}}{hasTo, select, yes { (an {to})} other {}}{hasAt, select,
    yes { am {at}} other {}}.`,
  "limit.messages": `Keine weiteren Nachrichten: Die Grenze des Workflows{hasMax, select,
    yes { von {max, plural, one {# Nachricht} other {# Nachrichten}}} other { für Nachrichten}} ist erreicht.`,
  "limit.days": `Beendet: Die Grenze des Workflows{hasDays, select,
    yes { von {days, plural, one {# Tag} other {# Tagen}}} other { für die Dauer}} ist erreicht.`,
  "hold.missing_due": "Zurückgehalten, bis der Fall einen Fälligkeitstermin hat.",
  "send.preferred":
    "{channelName} geht vor: {hasPerson, select, yes {{person}} other {Die Person}} möchte es so.",
  "send.next_channel":
    "Senden über {channelName} war nicht möglich; der nächste Kanal wird versucht.",
  "send.fallback": `{channelName} wurde{hasAfter, select, yes { innerhalb von {afterDative}} other {}} nicht {unless, select,
    opened {geöffnet} clicked {angeklickt} delivered {zugestellt} responded {beantwortet}
    other {beachtet}}.`,
  "planned.sent_now": `Vorzeitig gesendet{hasBy, select, yes { {byPhrase}} other {}}: {channelName}{hasTemplate, select,
    yes { „{template}“} other {}}{hasFrom, select, yes { (geplant für {from})} other {}}.`,
  "planned.taken_out": `Aus dem Plan genommen{hasBy, select, yes { {byPhrase}} other {}}: {channelName}{hasTemplate, select,
    yes { „{template}“} other {}}.{hasReason, select, yes { Grund: {reason}.} other {}}`,
  "planned.moved": `Verschoben{hasFrom, select, yes { von {from}} other {}}{hasTo, select, yes { auf {to}} other {}}{hasBy, select,
    yes { {byPhrase}} other {}}: {channelName}{hasTemplate, select, yes { „{template}“} other {}}.`,
} as const satisfies Record<FlowCode, string>;
