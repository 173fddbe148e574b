import type { StepCode } from "../sentence-code";

export const steps = {
  "document.start": `{hasEvent, select,
    yes {Wenn {event} eintrifft{hasWhere, select, yes { und {where}} other {}}: Fall eröffnen}
    other {Von Hand oder über die API einen Fall eröffnen}} für {person} zu „{subject}“{due, select,
    path {, fällig am Zeitpunkt in {duePath}} after {, fällig nach {dueLengthDative}} other {}}.{hasKey, select,
    yes { Ein offener Fall je „{key}“.} other {}}`,
  "document.stop": `{then, select,
    respond {Zählt als Reaktion} snooze {Stellt den Fall bis {until} zurück} other {Endet}}, wenn {shape, select,
    event {{event} eintrifft} action {die Schaltfläche „{action}“ gedrückt wird}
    other {eine Antwort eingeht}}{hasKey, select,
    yes { (Schlüssel „{key}“)} other {}}{hasWhen, select, yes { und {when}} other {}}.`,
  "document.due": `{due, select,
    path {Fällig zum Zeitpunkt in {duePath}.} after {Fällig {dueLength} nach der Eröffnung des Falls.}
    other {Ohne Fälligkeitstermin.}}`,
  "step.send": `{shape, select,
    one {{channel, select,
      email {E-Mail an {to}: „{template}“.}
      sms {SMS an {to}: „{template}“.}
      push {Push-Nachricht an {to}: „{template}“.}
      in_app {In-App-Nachricht an {to}: „{template}“.}
      other {Webhook-Aufruf an {to}: „{template}“.}}}
    all {An {to} senden: {uses}.}
    other {An {to} senden, was zuerst zugestellt werden kann: {uses}.}}{unless, select,
    opened { Falls nicht innerhalb von {afterDative} geöffnet, stattdessen {fallback} senden.}
    clicked { Falls nicht innerhalb von {afterDative} angeklickt, stattdessen {fallback} senden.}
    delivered { Falls nicht innerhalb von {afterDative} zugestellt, stattdessen {fallback} senden.}
    responded { Falls innerhalb von {afterDative} keine Reaktion kommt, zusätzlich {fallback} senden.}
    other {}}{ignoreQuietHours, select, yes { Ruhezeiten halten sie nicht zurück.} other {}}`,
  "step.wait": `{shape, select,
    until {{direction, select,
      fraction {Warten, bis {percent} der Zeit von der Eröffnung bis zum Fälligkeitstermin vergangen sind}
      other {Warten bis {offset}}}{hasAt, select, yes {, {at} Uhr} other {}}{zone, select,
      person { in der Zeitzone der Person} team { in der Zeitzone des Teams}
      workspace { in der Zeitzone des Arbeitsbereichs} other {}}{days, select,
      business {, an Arbeitstagen} other {}}.}
    other {{length} warten{hasAt, select,
      yes {, dann um {at} Uhr{zone, select,
        person { in der Zeitzone der Person} team { in der Zeitzone des Teams}
        workspace { in der Zeitzone des Arbeitsbereichs} other {}}{days, select,
        business { an einem Arbeitstag} other {}} fortfahren}
      other {{days, select, business {, dann an einem Arbeitstag fortfahren} other {}}}}.}}{ifPassed, select,
    send_now { Ist dieser Zeitpunkt vorbei, sofort senden.}
    next { Ist dieser Zeitpunkt vorbei, den nächsten erlaubten nehmen.}
    skip { Ist dieser Zeitpunkt vorbei, nicht senden.}
    other {}}`,
  "step.wait_for_response":
    "{from, select, due {Bis {length} nach dem Fälligkeitstermin} other {Bis zu {length}}} warten auf: {what}.",
  "step.branch": `{rows}; {others, plural,
    =0 {sonst fortfahren} one {sonst → # anderer Schritt} other {sonst → # andere Schritte}}.`,
  "step.branch.row": "{place, select, first {Falls} other {falls}} {when} → {name}",
  "step.split": `{count, plural,
    =1 {{arms} testen} =2 {{first} gegen {second} testen}
    other {{arms} gegeneinander testen}}{hasHoldout, select,
    yes {, {holdout} ohne Nachricht lassen} other {}}.`,
  "step.split.arm": "{name} ({share})",
  "step.repeat": `{every}, höchstens {timesMax, plural, =1 {einmal} other {#-mal}}, bis eine Reaktion kommt: {steps, plural,
    =0 {noch nichts} one {# Schritt} other {# Schritte}}.`,
  "step.escalate": `{shape, select, policy {Nach der Richtlinie {policy} eskalieren.} other {{levels}}}{hasRepeat, select,
    yes { Danach ab Stufe {toLevel} wiederholen, höchstens {timesMax, plural, =1 {einmal} other {#-mal}}.}
    other {}}{hasFallback, select, yes { Bleibt niemand übrig, an {fallback} übergeben.} other {}}{hasPriority, select,
    yes { Priorität setzen auf: {priority}.} other {}}{hasTell, select,
    yes { Die Person informieren per {tell}.} other {}}`,
  "step.escalate.level": `{place, select,
    first {Übergeben an {to} per {channels}}
    other {{until, select,
      resolved {Ist der Fall nach {withinDative} nicht erledigt, {to} per {channels} informieren}
      other {Bestätigt niemand innerhalb von {withinDative}, {to} per {channels} informieren}}}}{last, select,
    yes {, mit {ownWithinDative} Zeit {ownUntil, select, resolved {zur Erledigung} other {zur Bestätigung}}} other {}}.`,
  "step.update": "{count, plural, =0 {Noch nichts ändern} other {Setzen: {rows}}}.",
  "step.update.row": "{field} auf {value}",
  "step.call": `{method} {url} aufrufen{hasSaveAs, select,
    yes { und die Antwort als „{saveAs}“ behalten} other {}}. Schlägt es fehl, fortfahren.`,
  "step.close": "Schließen als {outcome}{hasNote, select, yes {: „{note}“} other {}}.",
} as const satisfies Record<StepCode, string>;
