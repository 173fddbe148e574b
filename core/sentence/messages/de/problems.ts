import type { ProblemSentence } from "../../problem-words";

const MEANT = "{hasMeant, select, yes { Meintest du „{meant}“?} other {}}";

const TARGET = `{form, select,
  policy {Es gibt keine Eskalationsrichtlinie „{key}“; nichts würde geschehen.}
  rota {Es gibt keinen Bereitschaftsplan „{key}“; nichts würde geschehen.}
  team {Es gibt kein Team „{key}“.${MEANT}}
  no_rota {Das Team „{name}“ hat keinen Bereitschaftsplan; nichts würde geschehen.}
  no_lead {Das Team „{name}“ hat keine Leitung; nichts würde geschehen.}
  no_members {Das Team „{name}“ hat keine Mitglieder; nichts würde geschehen.}
  level {Beginnt wieder bei Stufe {level}, es gibt aber nur {levels}; nichts würde geschehen.}
  other {Im Team „{name}“ ist niemand; nichts würde geschehen.}}`;
const CHOOSE_TARGET = `{form, select, no_lead {Wähle eine Leitung.} nobody {Wähle eine Leitung.}
  no_members {Füge Mitglieder hinzu.} level {Wähle eine Stufe, die es gibt.} other {Wähle jemanden.}}`;

const words = <C extends string>(code: C, message: string, why: string, fix: string) =>
  ({
    [`problem.${code}.message`]: message,
    [`problem.${code}.why`]: why,
    [`problem.${code}.fix`]: fix,
  }) as Record<`problem.${C}.${"message" | "why" | "fix"}`, string>;

/** What stands against publishing a workflow, and what is worth a second look. */
export const problems: Record<ProblemSentence, string> = {
  ...words(
    "definition.unreadable",
    "Das Feld lässt sich nicht lesen: {detail}",
    "Das Dokument lässt sich nicht als Workflow lesen.",
    "Berichtige das Feld, oder nimm es heraus, wenn es nicht gebraucht wird.",
  ),
  ...words(
    "start.missing",
    "Kein Ereignis startet diesen Workflow.",
    "Seine Fälle werden nur von Hand oder über die API eröffnet.",
    "Wähle ein Ereignis, oder lass es so.",
  ),
  ...words(
    "start.person_unresolved",
    `Für wen der Fall ist, lässt sich nicht sagen: {form, select,
      no_path {„{field}“ beginnt nicht mit data.}
      unknown {das Ereignis hat kein „{field}“.${MEANT}}
      other {„{field}“ fehlt in {missing} {of, plural, one {vom letzten Ereignis} other {der letzten # Ereignisse}}.}}`,
    "Ohne Person gibt es niemanden, bei dem nachgehakt werden kann.",
    "Wähle ein Feld des Ereignisses, etwa data.customer.",
  ),
  ...words(
    "topic.missing",
    `Es gibt kein Thema „{topic}“.${MEANT}`,
    "Nach Themen wählen Menschen, was sie erreicht und wie oft.",
    "Beim Veröffentlichen entsteht es, benannt nach seinem Schlüssel. Oder wähle ein anderes.",
  ),
  ...words(
    "pref.required_topic",
    "Das Thema „{topic}“ ist als Pflicht markiert.",
    "Diese Nachrichten kann niemand abstellen.",
    "Prüfe das Thema.",
  ),
  ...words(
    "due.missing",
    "Braucht den Fälligkeitstermin, aber der Workflow hat keinen.",
    "Seine Fälle blieben hier stehen, bis jemand einen Fälligkeitstermin setzt.",
    "Setze den Fälligkeitstermin des Workflows.",
  ),
  ...words(
    "due.sometimes_missing",
    "{percent} % der letzten Ereignisse haben keinen Fälligkeitstermin ({field} fehlt in {missing} von {of}).",
    "Diese Fälle werden angehalten, bis jemand einen Fälligkeitstermin setzt.",
    "Setze einen Standard, oder schick das Feld mit jedem Ereignis.",
  ),
  ...words(
    "send.no_content",
    `{form, select,
      other_channel {„{template}“ ist ein Inhalt für {otherName}, nicht für {channelName}.}
      unfinished {„{template}“ ist nicht fertig: {field} fehlt oder ist zu lang.}
      other {Kein Inhalt: Es gibt keine Vorlage „{template}“.${MEANT}}}`,
    "Eine Nachricht ohne Worte kann nicht verschickt werden.",
    "{form, select, unfinished {Stell den Inhalt fertig.} other {Schreib den Inhalt, oder wähle einen anderen.}}",
  ),
  ...words(
    "send.locale_missing",
    "In „{template}“ fehlen {missing} von {of} Sprachen ({locales}).",
    "Wer sie liest, bekommt die eigene Sprache des Inhalts.",
    "Schreib den Inhalt in diesen Sprachen.",
  ),
  ...words(
    "send.translation_behind",
    "{texts, plural, one {Ein Text} other {Bis zu # Texte}} von „{template}“ {texts, plural, one {hat} other {haben}} sich seit der Übersetzung geändert ({locales}).",
    "Wer sie liest, erfährt vielleicht etwas anderes.",
    "Sieh dir die Übersetzung an, und markiere sie als aktuell.",
  ),
  ...words(
    "send.unknown_variable",
    `{hasTemplate, select, yes {In „{template}“: } other {}}{form, select,
      unreadable {Der Text lässt sich nicht lesen ({detail}).} other {{tag} gibt es nicht.${MEANT}}}`,
    "Die Nachricht ließe sich nicht schreiben, wenn ihre Zeit kommt.",
    "{form, select, unreadable {Berichtige den Text.} other {Ersetze es.}}",
  ),
  ...words(
    "send.filter_type",
    "In „{template}“, {field}, Zeile {line}, Spalte {column}: {tag} ist als {type} angegeben, was „{filter}“ vielleicht nicht schreiben kann.",
    "Die Nachricht bleibt stehen, wenn der Wert nicht passt.",
    "Nimm einen anderen Filter oder einen anderen Wert.",
  ),
  ...words(
    "send.channel_off",
    "{channelName} ist nicht eingerichtet.",
    "Nachrichten hätten hier keinen Weg nach draußen.",
    "Richte {channelName} ein, oder nimm einen anderen Kanal.",
  ),
  ...words(
    "send.no_unsubscribe",
    "Das Thema „{topic}“ ist freiwillig, aber die E-Mail „{template}“ hat keinen Link zu den Einstellungen.",
    "Was freiwillig ist, muss sich abstellen lassen.",
    "Füge den Link ein.",
  ),
  ...words(
    "send.promotional_no_address",
    "Die Phase ist Werbung, aber die E-Mail „{template}“ ginge ohne Postanschrift hinaus.",
    "In vielen Ländern muss Werbung sagen, von wem sie ist und wo man ihn findet.",
    "Trage die Anschrift unter Einstellungen, Marke ein.",
  ),
  ...words(
    "send.promotional_required",
    "Die Phase ist Werbung, aber das Thema „{topic}“ ist Pflicht.",
    "Werbung muss niemand nehmen: Sie lässt sich immer abstellen.",
    "Mach das Thema freiwillig, oder gib der Phase eine andere Art.",
  ),
  ...words(
    "send.no_action",
    "In „{template}“ gibt es nichts zu drücken.",
    "Nachrichten mit einer Schaltfläche bekommen mehr Antworten.",
    "Füge eine Aktion hinzu.",
  ),
  ...words(
    "send.same_channel",
    "{channelName} kommt in einem Schritt zweimal vor.",
    "Ein Schritt schickt je Person und Kanal eine Nachricht; die zweite ginge nie hinaus.",
    "Nimm einen anderen Kanal oder einen eigenen Schritt.",
  ),
  ...words(
    "send.quiet_hours",
    "Missachtet Ruhezeiten, obwohl das Thema keine Pflicht ist.",
    "Nur was niemand abstellen kann, darf Menschen in ihren Ruhezeiten erreichen.",
    "Beachte die Ruhezeiten, oder mach das Thema zur Pflicht.",
  ),
  ...words("send.no_target", TARGET, "Niemand würde benachrichtigt.", CHOOSE_TARGET),
  ...words("escalate.no_target", TARGET, "Niemand würde benachrichtigt.", CHOOSE_TARGET),
  ...words(
    "escalate.self",
    "Eskaliert an die Person, bei der nachgehakt wird.",
    "Sie hat bisher nicht geantwortet.",
    "Wähle jemand anderen.",
  ),
  ...words(
    "escalate.loop",
    "Wiederholt sich endlos.",
    "Dieselben Leute würden ohne Ende immer wieder benachrichtigt.",
    "Setze eine Höchstzahl.",
  ),
  ...words(
    "escalate.nobody_to_acknowledge",
    "Auf Stufe {level} müssen alle bestätigen, aber sie informiert keine Person.",
    "Ein Webhook bestätigt von sich aus nichts: Die nächste Stufe würde auf jeden Fall informiert.",
    "Füge jemanden hinzu, oder lass eine Bestätigung genügen.",
  ),
  ...words(
    "escalate.timeout_short",
    "Für die Erledigung bleibt weniger Zeit, als es für die Bestätigung gab.",
    "Es würde wieder ab Stufe 1 beginnen, während noch daran gearbeitet wird.",
    "Gib mehr Zeit.",
  ),
  ...words(
    "wait.order",
    "„{offsetWords}“ kommt nach „{beforeWords}“: Hier wird nie gewartet.",
    "Schritte laufen der Reihe nach, und dieser Zeitpunkt ist vorbei, wenn der Ablauf hierher kommt.",
    "Tausche die beiden, oder ändere einen.",
  ),
  ...words(
    "wait.in_quiet_hours",
    "{at} Uhr liegt für die meisten in ihren Ruhezeiten.",
    "Was dann verschickt wird, wartet bis zu deren Ende, meist um {until} Uhr.",
    "Nimm {use} Uhr.",
  ),
  ...words(
    "wait.zero",
    "Zwischen zwei Nachrichten an dieselbe Person wird nicht gewartet.",
    "Beide kämen in derselben Minute an.",
    "Füge eine Wartezeit ein, oder nimm einen Schritt mit beiden Kanälen.",
  ),
  ...words(
    "response.unreachable",
    `{form, select,
      action {Wartet auf die Schaltfläche „{name}“, aber keine Nachricht dieses Workflows hat sie.}
      other {Wartet auf „{name}“, aber ein Ereignis mit diesem Namen kam noch nie an.}}${MEANT}`,
    "{form, select, action {Die Antwort könnte nur über die API kommen.} other {Die Antwort kommt vielleicht nie.}}",
    "{form, select, action {Füge die Schaltfläche einem Inhalt hinzu.} other {Schick ein Testereignis.}}",
  ),
  ...words(
    "condition.invalid",
    `Die Bedingung lässt sich nicht lesen{hasColumn, select, yes { (Zeile {line}, Spalte {column})} other {}}: {form, select,
      unknown_name {„{name}“ gibt es hier nicht} ends_early {sie endet zu früh} other {Meldung des Lesers „{detail}“}}.`,
    "Eine Bedingung, die sich nicht lesen lässt, trifft nie zu.",
    "{hasColumn, select, yes {Berichtige sie bei Spalte {column}.} other {Berichtige die Bedingung.}}",
  ),
  ...words(
    "branch.no_otherwise",
    "Manche Fälle fielen heraus: Es gibt kein „Sonst“.",
    "Auch ein Fall, für den keine Zeile zutrifft, braucht einen Weg weiter.",
    "Füge „Sonst“ hinzu; es darf leer sein.",
  ),
  ...words(
    "branch.overlap",
    "„{name}“ kommt nie an die Reihe: Eine frühere Zeile trifft immer zu, wenn diese zutrifft.",
    "Die erste Zeile, die zutrifft, gewinnt.",
    "Ordne die Zeilen neu, oder ändere eine.",
  ),
  ...words(
    "branch.unknown_variable",
    `{tag} gibt es nicht.${MEANT}`,
    "Fehlt ein Feld, trifft die Bedingung nicht zu.",
    "Ersetze es.",
  ),
  ...words(
    "split.holdout_required",
    "Lässt Menschen ohne Nachricht, aber das Thema „{topic}“ ist Pflicht.",
    "Was man Menschen schuldet, bekommen sie in jedem Arm; zu messen gäbe es so nichts.",
    "Probiere stattdessen eine Erinnerung mehr oder einen anderen Kanal als Arm, oder mach das Thema freiwillig.",
  ),
  ...words(
    "split.same_name",
    "Zwei Arme heißen „{name}“.",
    "Menschen werden nach den Namen der Arme verteilt und gezählt.",
    "Gib einem von ihnen einen anderen Namen.",
  ),
  ...words(
    "stop.none",
    "Nichts beendet diesen Workflow vorzeitig.",
    "Wer schon geantwortet hat, würde trotzdem erinnert.",
    "Füge ein Ereignis, eine Schaltfläche oder eine Antwort hinzu, die ihn beendet.",
  ),
  ...words(
    "stop.no_until",
    "„{event}“ stellt den Fall zurück, aber nicht bis wann.",
    "Eine Zurückstellung braucht ein Ende.",
    "Nenne das Feld des Ereignisses mit dem Zeitpunkt.",
  ),
  ...words(
    "close.silent",
    "Schließt, ohne der Person oder dem Team etwas zu sagen.",
    "Wer gefragt oder hinzugezogen wurde, erfährt nicht, dass es erledigt ist.",
    "Füge eine Bestätigung hinzu.",
  ),
  ...words(
    "ending.step_kind",
    `{kind, select, wait_for_response {Ein Warten auf Antwort} split {Eine Aufteilung}
      repeat {Eine Wiederholung} escalate {Eine Eskalation} close {Ein Schließen}
      other {Dieser Schritt}} kann nicht hinter dem Ende eines Falls stehen.`,
    "Der Fall ist dann geschlossen; ein Ende darf senden, warten, verzweigen, ändern und aufrufen.",
    "Verschieb den Schritt in eine Phase.",
  ),
  ...words(
    "cap.exceeded",
    `Im schlimmsten Szenario{hasName, select, yes { („{name}“)} other {}} bekommt eine Person {messages, plural,
      one {# Nachricht} other {# Nachrichten}} in {hours, plural, one {# Stunde} other {# Stunden}} (Obergrenze {cap}).`,
    "Nachrichten über der Obergrenze werden angehalten oder nicht verschickt.",
    "Sieh dir das Szenario an, und warte länger zwischen Nachrichten.",
  ),
  ...words(
    "never_reached",
    `{form, select, runs {Kein Szenario erreicht diesen Schritt ({scenarios, plural, one {# lief} other {# liefen}}).}
      other {Dieser Schritt wird nie erreicht.}}`,
    "{form, select, runs {Entweder probiert ihn kein Szenario, oder niemand kommt je hierher.} other {Der Fall ist vorher immer geschlossen.}}",
    "{form, select, runs {Sieh dir die Szenarien an.} other {Verschieb ihn vor das Schließen, oder lösch ihn.}}",
  ),
  ...words(
    "expires_at_once",
    "Der Fall läuft gleich nach dieser Nachricht ab.",
    "Dahinter wartet nichts auf eine Antwort, und die letzte Phase ist vorbei.",
    "Füge ein Warten auf Antwort hinzu.",
  ),
  ...words(
    "copy",
    "In „{template}“: {advice}",
    "Menschen folgen Nachrichten, die kurz sagen, was zu tun ist, warum und bis wann.",
    "Ändere die Worte.",
  ),
};
