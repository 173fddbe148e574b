import type { StepCode } from "../sentence-code";

export const steps = {
  "document.start": `{hasEvent, select,
    yes {Wenn <event>{event}</event> eintrifft{hasWhere, select, yes { und <where>{where}</where>} other {}}: Fall eröffnen}
    other {Von Hand oder über die API einen Fall eröffnen}} für <person>{person}</person> zu „<subject>{subject}</subject>“{due, select,
    path {, fällig am Zeitpunkt in <due>{duePath}</due>} after {, fällig nach <due>{dueLengthDative}</due>} other {}}.{hasKey, select,
    yes { Ein offener Fall je „<key>{key}</key>“.} other {}}`,
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
      email {<channel>E-Mail</channel> an <to>{to}</to>: „<template>{template}</template>“.}
      sms {<channel>SMS</channel> an <to>{to}</to>: „<template>{template}</template>“.}
      push {<channel>Push-Nachricht</channel> an <to>{to}</to>: „<template>{template}</template>“.}
      in_app {<channel>In-App-Nachricht</channel> an <to>{to}</to>: „<template>{template}</template>“.}
      other {<channel>Webhook-Aufruf</channel> an <to>{to}</to>: „<template>{template}</template>“.}}}
    all {An <to>{to}</to> senden: <uses>{uses}</uses>.}
    other {An <to>{to}</to> senden, <mode>was zuerst zugestellt werden kann</mode>: <uses>{uses}</uses>.}}{unless, select,
    opened { Falls nicht innerhalb von <after>{afterDative}</after> <unless>geöffnet</unless>, stattdessen <fallback>{fallback}</fallback> senden.}
    clicked { Falls nicht innerhalb von <after>{afterDative}</after> <unless>angeklickt</unless>, stattdessen <fallback>{fallback}</fallback> senden.}
    delivered { Falls nicht innerhalb von <after>{afterDative}</after> <unless>zugestellt</unless>, stattdessen <fallback>{fallback}</fallback> senden.}
    responded { Falls innerhalb von <after>{afterDative}</after> <unless>keine Reaktion</unless> kommt, zusätzlich <fallback>{fallback}</fallback> senden.}
    other {}}{ignoreQuietHours, select, yes { <ignoreQuietHours>Ruhezeiten halten sie nicht zurück</ignoreQuietHours>.} other {}}`,
  "step.wait": `{shape, select,
    until {{direction, select,
      fraction {Warten, bis <until>{percent} der Zeit von der Eröffnung bis zum Fälligkeitstermin</until> vergangen sind}
      other {Warten bis <until>{offset}</until>}}{hasAt, select, yes {, <at>{at} Uhr</at>} other {}}{zone, select,
      person { in <zone>der Zeitzone der Person</zone>} team { in <zone>der Zeitzone des Teams</zone>}
      workspace { in <zone>der Zeitzone des Arbeitsbereichs</zone>} other {}}{days, select,
      business {, an <days>Arbeitstagen</days>} other {}}.}
    other {<for>{length}</for> warten{hasAt, select,
      yes {, dann um <at>{at} Uhr</at>{zone, select,
        person { in <zone>der Zeitzone der Person</zone>} team { in <zone>der Zeitzone des Teams</zone>}
        workspace { in <zone>der Zeitzone des Arbeitsbereichs</zone>} other {}}{days, select,
        business { an <days>einem Arbeitstag</days>} other {}} fortfahren}
      other {{days, select, business {, dann an <days>einem Arbeitstag</days> fortfahren} other {}}}}.}}{ifPassed, select,
    send_now { Ist dieser Zeitpunkt vorbei, <ifPassed>sofort senden</ifPassed>.}
    next { Ist dieser Zeitpunkt vorbei, <ifPassed>den nächsten erlaubten nehmen</ifPassed>.}
    skip { Ist dieser Zeitpunkt vorbei, <ifPassed>nicht senden</ifPassed>.}
    other {}}`,
  "step.wait_for_response":
    "{from, select, due {Bis <for>{length}</for> nach <from>dem Fälligkeitstermin</from>} other {Bis zu <for>{length}</for>}} warten auf: <what>{what}</what>.",
  "step.branch": `{rows}; {others, plural,
    =0 {sonst fortfahren} one {sonst → # anderer Schritt} other {sonst → # andere Schritte}}.`,
  "step.branch.row":
    "{place, select, first {Falls} other {falls}} <when>{when}</when> → <name>{name}</name>",
  "step.split": `{count, plural,
    =1 {{arms} testen} =2 {{first} gegen {second} testen}
    other {{arms} gegeneinander testen}}{hasHoldout, select,
    yes {, <holdout>{holdout}</holdout> ohne Nachricht lassen} other {}}.`,
  "step.split.arm": "<name>{name}</name> (<weight>{share}</weight>)",
  "step.repeat": `<every>{every}</every>, höchstens <timesMax>{timesMax, plural, =1 {einmal} other {#-mal}}</timesMax>, bis eine Reaktion kommt: {steps, plural,
    =0 {noch nichts} one {# Schritt} other {# Schritte}}.`,
  "step.escalate": `{hasAnnounce, select,
    yes {Die Person <announceBefore>{announceBefore}</announceBefore> vorher per <announced>{announced}</announced> informieren. } other {}}{shape, select, policy {Nach der Richtlinie <policy>{policy}</policy> eskalieren.} other {{levels}}}{hasRepeat, select,
    yes { Danach ab <toLevel>Stufe {toLevel}</toLevel> wiederholen, höchstens <timesMax>{timesMax, plural, =1 {einmal} other {#-mal}}</timesMax>.}
    other {}}{hasFallback, select, yes { Bleibt niemand übrig, an <fallback>{fallback}</fallback> übergeben.} other {}}{hasTimeout, select,
    yes { Ist der Fall bestätigt, aber nach <timeout>{timeoutDative}</timeout> nicht erledigt, wieder ab Stufe 1 beginnen.} other {}}{hasPriority, select,
    yes { Priorität setzen auf: <priority>{priority}</priority>.} other {}}{hasTell, select,
    yes { Die Person informieren per <tell>{tell}</tell>.} other {}}`,
  "step.escalate.level": `{place, select,
    first {Übergeben an <to>{to}</to> per <channels>{channels}</channels>}
    other {{until, select,
      everyone {<before>Bestätigen nicht alle</before> innerhalb von <within>{withinDative}</within>, für die übrigen <to>{to}</to> per <channels>{channels}</channels> informieren}
      resolved {Ist der Fall nach <within>{withinDative}</within> <before>nicht erledigt</before>, <to>{to}</to> per <channels>{channels}</channels> informieren}
      other {<before>Bestätigt niemand</before> innerhalb von <within>{withinDative}</within>, <to>{to}</to> per <channels>{channels}</channels> informieren}}}}{last, select,
    yes {, mit <own>{ownWithinDative}</own> Zeit <until>{ownUntil, select, resolved {zur Erledigung} everyone {zur Bestätigung durch alle} other {zur Bestätigung}}</until>} other {}}.`,
  "step.update": "{count, plural, =0 {Noch nichts ändern} other {Setzen: {rows}}}.",
  "step.update.row": "{field} auf <value>{value}</value>",
  "step.call": `<method>{method}</method> <url>{url}</url> aufrufen{hasSaveAs, select,
    yes { und die Antwort als „<saveAs>{saveAs}</saveAs>“ behalten} other {}}. Schlägt es fehl, fortfahren.`,
  "step.close":
    "Schließen als <outcome>{outcome}</outcome>{hasNote, select, yes {: „<note>{note}</note>“} other {}}.",
} as const satisfies Record<StepCode, string>;
