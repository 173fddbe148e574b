import type { WhyCode } from "../sentence-code";

export const why = {
  "why.rule.opened":
    "Der Workflow eröffnet einen Fall, wenn sein Startereignis eintrifft, oder von Hand.",
  "why.change.opened":
    "Es wäre kein Fall eröffnet worden, wenn ein früherer mit demselben Schlüssel noch offen oder der Workflow nicht live gewesen wäre.",
  "why.rule.early_answer": "Eine Reaktion bis zu einem Tag vor ihrem Fall zählt für ihn.",
  "why.change.early_answer":
    "Der Fall wäre offen geblieben, wenn die Reaktion mehr als einen Tag früher gekommen wäre.",
  "why.rule.one_per_key": "Ein offener Fall je Workflow, Schlüssel und Person.",
  "why.change.one_per_key": "Ein zweiter Fall wird eröffnet, wenn der erste geschlossen ist.",
  "why.rule.stale": "Was kommt, nachdem die Sache schon geregelt ist, ändert nichts.",
  "why.change.stale": "Es hätte gezählt, bevor der Fall weiterging.",
  "why.rule.replanned":
    "Zeitpunkte, die sich aus Fälligkeit, Zeitzone oder Kalender ergeben, wandern sofort mit.",
  "why.change.replanned": "Nichts hätte sich verschoben, wenn diese gleich geblieben wären.",
  "why.rule.due_moved":
    "Wer den Fälligkeitstermin verschiebt, verschiebt jeden Schritt, der von ihm zählt.",
  "why.change.due_moved": "Mit dem alten Fälligkeitstermin wäre der Plan geblieben, wie er war.",
  "why.rule.snoozed":
    "Solange ein Fall zurückgestellt ist, wird nichts gesendet; danach geht der Plan weiter.",
  "why.change.snoozed":
    "Ohne die Zurückstellung wäre der Plan zu seinen eigenen Zeitpunkten weitergegangen.",
  "why.rule.by_hand": "Jemand hat es von Hand getan; der Plan hat es nicht verlangt.",
  "why.change.by_hand": "Sonst wäre der Plan weitergegangen, wie er stand.",
  "why.rule.taken_out": "Jemand hat es aus dem Plan genommen; nichts tritt an seine Stelle.",
  "why.change.taken_out": "Es wäre gesendet worden, wenn niemand es herausgenommen hätte.",
  "why.rule.resolved":
    "Eine Reaktion, die der Workflow nennt, oder jemand vom Team erledigt den Fall von überall aus.",
  "why.change.resolved": "Ohne diese Reaktion wäre der Fall offen geblieben.",
  "why.rule.expired":
    "Ein Fall läuft ab, wenn seine letzte Phase endet und ihn nichts erledigt hat.",
  "why.change.expired":
    "Eine Reaktion, die ihn erledigt, hätte ihn vor dem Ende der letzten Phase geschlossen.",
  "why.rule.limit_days": "Der Workflow begrenzt, wie lange ein Fall offen sein darf.",
  "why.change.limit_days": "Eine höhere Grenze im Workflow oder eine Reaktion davor.",
  "why.rule.limit_messages": "Der Workflow begrenzt, wie viele Nachrichten ein Fall senden darf.",
  "why.change.limit_messages":
    "Eine höhere Grenze im Workflow oder weniger Nachrichten vor dieser.",
  "why.rule.reopened":
    "Wiederöffnen nimmt zurück, was noch nicht gesendet ist, und macht dort weiter, wo der Fall stand.",
  "why.change.reopened":
    "Der Fall wäre geschlossen geblieben, wenn ihn niemand wieder geöffnet hätte.",
  "why.rule.version": "Ein Fall behält seine Version, bis ihn jemand auf eine andere umstellt.",
  "why.change.version": "Ohne die Umstellung wäre er nach der alten Version weitergegangen.",
  "why.rule.fault":
    "Ein Fall, der nicht weitergehen kann, wird beiseitegelegt, damit nichts Falsches gesendet wird.",
  "why.change.fault":
    "Er geht weiter, wenn die Ursache behoben ist und jemand ihn erledigt oder neu zuweist.",
  "why.rule.response":
    "Ereignisse, Schaltflächen und Antworten, die der Workflow nennt, zählen sofort als Reaktion.",
  "why.change.response":
    "Für einen anderen Schlüssel, eine andere Person oder nach dem Schließen hätte es nicht gezählt.",
  "why.rule.reply":
    "Eine geschriebene Antwort zählt als Antwort; wenige klare Worte werden verstanden, alles andere geht an einen Menschen.",
  "why.change.reply":
    "„Erledigt“, „bezahlt“ oder ein Tag, allein in einer Zeile, wäre verstanden worden; eine Schaltfläche auch.",
  "why.rule.reply_other":
    "Eine Antwort von einer Adresse, die nicht der Person gehört, wird behalten und zählt nie als ihre.",
  "why.change.reply_other":
    "Von einer Adresse, unter der die Person bekannt ist, hätte sie gezählt.",
  "why.rule.reply_promised":
    "Wer einen Tag nennt, wird nicht vor 09:00 Uhr dieses Tages erinnert, höchstens 90 Tage im Voraus.",
  "why.change.reply_promised": "Ohne einen Tag, der verstanden wird, wäre der Plan weitergelaufen.",
  "why.rule.reply_stop":
    "Ein Stopp gilt sofort und für alles, was die Person abbestellen kann; Pflichtthemen gehören nicht dazu.",
  "why.change.reply_stop": "Es endet, wenn die Person wieder Nachrichten möchte.",
  "why.rule.reply_late":
    "Was nach dem Schließen eines Falls kommt, wird behalten und ändert nichts.",
  "why.change.reply_late": "Vor dem Schließen des Falls hätte es gezählt.",
  "why.rule.reply_machine":
    "Was eine Maschine antwortet, wird vermerkt, nie beantwortet und zählt nicht.",
  "why.change.reply_machine": "Eine Antwort, die ein Mensch schreibt, hätte gezählt.",
  "why.rule.wait": "Der Workflow wartet hier, bis der Zeitpunkt da ist.",
  "why.change.wait":
    "Eine Reaktion beendet den Fall sofort; Fälligkeit, Zeitzone oder Kalender verschieben den Zeitpunkt.",
  "why.rule.passed":
    "Ist der Zeitpunkt eines Schritts vorbei, geschieht, was der Workflow dafür vorsieht.",
  "why.change.passed":
    "Er hätte auf seinen Zeitpunkt gewartet, wenn der Fall vorher hier gewesen wäre.",
  "why.rule.await": "Der Workflow wartet hier auf eine Reaktion, bis zu seiner Grenze.",
  "why.change.await": "Eine Reaktion vor der Grenze nimmt den anderen Weg.",
  "why.rule.condition":
    "Der erste Weg, dessen Bedingung zutrifft, wird genommen; was fehlt, gilt als falsch.",
  "why.change.condition":
    "Andere Werte in den Daten oder eine andere Person könnten einen anderen Weg nehmen.",
  "why.rule.split":
    "Personen werden einmal einer Variante zugeteilt, nach den Gewichten des Schritts.",
  "why.change.split": "Nichts: Eine Person behält ihre Variante.",
  "why.rule.holdout":
    "Wer zur Kontrollgruppe gehört, bekommt keine Nachricht, damit sich der Unterschied messen lässt.",
  "why.change.holdout":
    "Außerhalb der Kontrollgruppe oder ohne Kontrollgruppe wäre es gesendet worden.",
  "why.rule.repeat":
    "Der Workflow wiederholt diese Schritte, bis eine Reaktion kommt oder die Runden vorbei sind.",
  "why.change.repeat": "Eine Reaktion beendet die Runden.",
  "why.rule.escalation":
    "Die Eskalation zieht jede Stufe hinzu, wenn die Zeit der vorigen vorbei ist.",
  "why.change.escalation": "Eine Annahme oder Reaktion vor diesem Zeitpunkt hätte sie aufgehalten.",
  "why.rule.acknowledged":
    "Wer annimmt, übernimmt den Fall; die Stufen darüber werden nicht gefragt.",
  "why.change.acknowledged":
    "Ohne die Annahme würde die nächste Stufe hinzugezogen, wenn die Zeit vorbei ist.",
  "why.rule.unavailable":
    "Wer abwesend, pausiert oder unbekannt ist, wird übergangen, und das wird gesagt.",
  "why.change.unavailable":
    "Mit einer Vertretung oder bei Anwesenheit wäre die Person informiert worden.",
  "why.rule.exhausted":
    "Wenn jede Stufe ihre Zeit hatte, greift die letzte Möglichkeit der Richtlinie.",
  "why.change.exhausted": "Eine Annahme auf irgendeiner Stufe hätte es beendet.",
  "why.rule.step": "Der Workflow hat dafür einen Schritt.",
  "why.change.step": "Eine Version ohne diesen Schritt oder ein anderer Weg durch sie.",
  "why.rule.call_failed": "Der Plan geht weiter, wenn ein Aufruf nicht beantwortet wird.",
  "why.change.call_failed": "Eine rechtzeitige Antwort wäre beim Fall gespeichert worden.",
  "why.rule.missing": "Ein Schritt, der einen Wert braucht, wartet darauf, statt zu raten.",
  "why.change.missing": "Er geht weiter, sobald der Wert da ist.",
  "why.rule.preferred_channel":
    "Nennt ein Schritt mehrere Kanäle der Reihe nach, geht der vor, den die Person bevorzugt, sofern er sie erreicht.",
  "why.change.preferred_channel":
    "Ohne diesen Wunsch wäre es über den ersten Kanal des Schritts gekommen.",
  "why.rule.next_channel":
    "Der Schritt nennt mehrere Kanäle der Reihe nach; der erste brauchbare wird genommen.",
  "why.change.next_channel":
    "Es wäre beim ersten Kanal geblieben, wenn der brauchbar gewesen wäre.",
  "why.rule.fallback":
    "Der Schritt nennt einen zweiten Kanal für den Fall, dass der erste nicht genügt.",
  "why.change.fallback": "Ohne diesen Kanal im Schritt wäre es nicht geplant worden.",
  "why.rule.fallback_unneeded":
    "Der zweite Kanal wird nur benutzt, wenn der erste nicht genügt hat.",
  "why.change.fallback_unneeded": `Es wäre gesendet worden, wenn {channelName} bis dahin nicht {unless, select,
    opened {geöffnet} clicked {angeklickt} delivered {zugestellt} responded {beantwortet}
    other {beachtet}} worden wäre.`,
  "why.rule.sent": "Der Plan sah es vor, und keine Regel stand im Weg.",
  "why.change.sent":
    "Eine Reaktion vor diesem Zeitpunkt oder die Einstellungen der Person hätten es aufgehalten.",
  "why.rule.digest":
    "Was auf einem Kanal für eine Person wartet, geht als eine Nachricht hinaus: von ihr so gewünscht oder von einer Grenze gehalten.",
  "why.change.digest":
    "Es wäre sofort gesendet worden, wenn das Thema auf „sofort“ stünde und keine Grenze erreicht wäre, oder wenn es binnen eines Tages fällig wäre.",
  "why.rule.quiet_hours": "Während der Ruhezeit einer Person wird nichts gesendet.",
  "why.change.quiet_hours":
    "Außerhalb der Ruhezeit, oder wenn der Schritt sie übergeht, wäre es sofort gesendet worden.",
  "why.rule.window": "Dieser Kanal wird nur zu erlaubten Zeiten benutzt.",
  "why.change.window": "Innerhalb der erlaubten Zeiten wäre es sofort gesendet worden.",
  "why.rule.paused_person":
    "Wer Nachrichten pausiert hat, bekommt nur, was vorgeschrieben oder Dienst ist.",
  "why.change.paused_person": "Ohne die Pause wäre es sofort gesendet worden.",
  "why.rule.paused_workflow": "Ein pausierter Workflow sendet nichts.",
  "why.change.paused_workflow": "Es wird gesendet, wenn der Workflow wieder eingeschaltet ist.",
  "why.rule.held_snoozed": "Solange der Fall zurückgestellt ist, wird nichts gesendet.",
  "why.change.held_snoozed": "Ohne die Zurückstellung wäre es sofort gesendet worden.",
  "why.rule.cap": "Der Arbeitsbereich begrenzt die Nachrichten an eine Person über alle Workflows.",
  "why.change.cap":
    "Mit weniger Nachrichten davor oder einer höheren Grenze wäre es sofort gesendet worden.",
  "why.rule.helper":
    "Was bald nach einer anderen Nachricht an eine helfende Person geht, wird gesammelt, damit aus einer Flut wenige Listen werden.",
  "why.change.helper":
    "Mit mehr Abstand zur letzten Nachricht oder ohne diese Pause in den Einstellungen wäre es sofort gesendet worden.",
  "why.rule.no_provider": "Jeder Kanal braucht einen eingerichteten Anbieter.",
  "why.change.no_provider":
    "Es wird gesendet, wenn der Anbieter des Kanals richtig eingerichtet ist.",
  "why.rule.provider_down":
    "Solange ein Anbieter nicht antwortet oder sein Konto ablehnt, wird ihm nichts übergeben.",
  "why.change.provider_down":
    "Es wird gesendet, sobald der Anbieter wieder annimmt, oder über ein anderes Konto des Kanals.",
  "why.rule.undo": "Was ein Klick im Team auslöst, wird 10 Sekunden später gesendet.",
  "why.change.undo": "Bis dahin lässt es sich zurücknehmen.",
  "why.rule.case_closed":
    "Nach dem Schließen eines Falls werden nur die Nachrichten seines Endes gesendet.",
  "why.change.case_closed":
    "Es wäre gesendet worden, wenn der Fall zu seinem Zeitpunkt noch offen gewesen wäre.",
  "why.rule.taken": "Für einen Fall, den jemand übernommen hat, wird niemand mehr gerufen.",
  "why.change.taken": "Es wäre gesendet worden, wenn bis dahin niemand den Fall übernommen hätte.",
  "why.rule.pref_topic": "Personen wählen, wie oft sie von einem Thema hören.",
  "why.change.pref_topic": `Es wäre gesendet worden, wenn {hasTopic, select, yes {{topic}} other {das Thema}}{hasPerson, select,
    yes { für {person}} other {}} eingeschaltet oder das Thema verpflichtend wäre.`,
  "why.rule.pref_channel": "Personen wählen die Kanäle jedes Themas.",
  "why.change.pref_channel": `Es wäre gesendet worden, wenn {channelName} für {hasTopic, select,
    yes {{topic}} other {das Thema}} eingeschaltet oder das Thema verpflichtend wäre.`,
  "why.rule.address": "Eine Nachricht braucht eine bekannte, bestätigte Adresse.",
  "why.change.address": "Mit einer bestätigten Adresse für diesen Kanal wäre es gesendet worden.",
  "why.rule.consent": "SMS braucht eine Einwilligung, wenn sie einmal widerrufen wurde.",
  "why.change.consent": "Mit einer Einwilligung nach dem Widerruf wäre es gesendet worden.",
  "why.rule.suppressed": "An Adressen mit Unzustellbarkeit oder Beschwerde wird nicht geschrieben.",
  "why.change.suppressed":
    "An eine andere Adresse oder nach Aufheben der Sperre wäre es gesendet worden.",
  "why.rule.duplicate": "Dieselben Worte gehen einmal an dieselbe Adresse.",
  "why.change.duplicate": "An eine andere Adresse wäre es gesendet worden.",
  "why.rule.not_told": "Nur wer vom Fall erfahren hat, erfährt von seinem Ende.",
  "why.change.not_told":
    "Mit einer Nachricht über den Fall davor wäre die Person informiert worden.",
  "why.rule.not_called":
    "Adressen im eigenen Netz der Installation und solche ohne https werden nicht aufgerufen.",
  "why.change.not_called":
    "Es wird gesendet, sobald die Adresse eine andere ist oder die Installation solche erlaubt (ALLOW_PRIVATE_CALLS).",
  "why.rule.provider":
    "Der Anbieter entscheidet, ob er eine Nachricht annimmt; er wird einige Male erneut gefragt.",
  "why.change.provider": "Es wird gesendet, sobald der Anbieter es annimmt.",
  "why.rule.bounced": "Das empfangende System hat die Adresse abgelehnt.",
  "why.change.bounced": "Eine funktionierende Adresse.",
  "why.rule.template": "Was sich nicht vollständig schreiben lässt, wird nicht gesendet.",
  "why.change.template": "Eine Vorlage ohne den Fehler oder Daten mit dem fehlenden Wert.",
  "why.rule.unknown":
    "Ein Kanal, der sich nicht zweimal fragen lässt, wird nicht auf Verdacht erneut versucht.",
  "why.change.unknown":
    "Ein Anbieter, der Wiederholungen erkennt, wäre noch einmal gefragt worden.",
  "why.rule.other": "Diese Version kennt die Regel dahinter nicht.",
  "why.change.other": "Diese Version kann es nicht sagen.",
} as const satisfies Record<WhyCode, string>;
