/**
 * What the server refuses, in German, by its English sentence; `{}` stands for what changes and
 * `{1}`, `{2}` for the same in their order. A value that is itself listed is said in German too.
 */
export const GERMAN: Readonly<Record<string, string>> = {
  "You are signed out. Sign in again.": "Du bist abgemeldet. Melde dich wieder an.",
  "This workspace does not exist or is not yours.":
    "Diesen Arbeitsbereich gibt es nicht, oder er gehört nicht dir.",
  "Your role here is {}; this needs {} or above. An owner of the workspace can change it.":
    "Deine Rolle hier ist {1}; dafür braucht es mindestens {2}. Ein Inhaber des Arbeitsbereichs kann das ändern.",
  "This did not work, and nothing was changed. Try again.":
    "Das ging nicht, und nichts wurde geändert. Versuche es noch einmal.",
  "There is a template of this key already.": "Eine Vorlage mit diesem Schlüssel gibt es schon.",
  "There is no scenario {}.": "Es gibt kein Szenario {1}.",
  "This check is not found in the stored draft any more.":
    "Dieser Hinweis steht im gespeicherten Entwurf nicht mehr.",
  "Somebody else is writing this draft.": "Jemand anderes bearbeitet diesen Entwurf gerade.",
  "You do not write this draft any more.": "Du bearbeitest diesen Entwurf nicht mehr.",
  "They do not ask to edit any more.": "Die Anfrage zum Bearbeiten gilt nicht mehr.",
  "This does not say which editor was left.": "Das sagt nicht, welcher Editor verlassen wurde.",
  "A workflow keeps at most {} scenarios.": "Ein Workflow behält höchstens {1} Szenarien.",
  "There is no such case.": "Diesen Fall gibt es nicht.",
  "There is no such job.": "Diesen Auftrag gibt es nicht.",
  "This event is not valid.": "Dieses Ereignis ist nicht gültig.",
  "This is no JSON.": "Das ist kein JSON.",
  "The id does not match. Nothing was erased.":
    "Die Kennung stimmt nicht überein. Nichts wurde gelöscht.",
  "There is no person {}.": "Es gibt keine Person {1}.",
  'The data is no JSON object, such as {"number": "2041"}.':
    'Die Daten sind kein JSON-Objekt wie {"number": "2041"}.',
  "This cursor is not one of ours.": "Diese Stelle der Liste gibt es nicht mehr.",
  "There is no such workspace.": "Diesen Arbeitsbereich gibt es nicht.",
  "A workspace can have {} keys; revoke one first.":
    "Ein Arbeitsbereich kann {1} Schlüssel haben; widerrufe zuerst einen.",
  "There is no such key in use.": "Einen solchen Schlüssel gibt es nicht oder nicht mehr.",
  "At most {} years at once.": "Höchstens {1} Jahre auf einmal.",
  "At most {} people at once.": "Höchstens {1} Personen auf einmal.",
  "At most {} workflows at once.": "Höchstens {1} Workflows auf einmal.",
  'No public holidays are known for "{}".': "Für „{1}“ sind keine Feiertage bekannt.",
  "There is no calendar {}.": "Es gibt keinen Kalender {1}.",
  "There is no rota {}.": "Es gibt keinen Dienstplan {1}.",
  "There is no such override any more.": "Diese Vertretung gibt es nicht mehr.",
  "A rota can have {} overrides that are not over; take one back first.":
    "Ein Dienstplan kann {1} Vertretungen haben, die noch nicht vorbei sind; nimm zuerst eine zurück.",
  'is no repeat rule: write parts such as "FREQ=WEEKLY;BYDAY=MO"':
    "ist keine Wiederholungsregel: Schreibe Teile wie „FREQ=WEEKLY;BYDAY=MO“",
  "knows no part {}": "kennt keinen Teil {1}",
  "says {} twice": "nennt {1} zweimal",
  "needs one of {} for FREQ": "braucht für FREQ eines von {1}",
  "takes no {} for {}": "nimmt {1} nicht für {2}",
  "empty value": "einen leeren Wert",
  "takes one value for {}": "nimmt einen einzigen Wert für {1}",
  "takes no {} together with {}": "nimmt {1} nicht zusammen mit {2}",
  "needs another BY part for BYSETPOS": "braucht für BYSETPOS einen weiteren Teil mit BY",
  "hands over more than {} times a day": "übergibt öfter als {1}-mal am Tag",
  "does not hand over within {} years": "übergibt innerhalb von {1} Jahren nie",
  "needs at least one layer": "braucht mindestens eine Ebene",
  "belongs in a layer": "gehört in eine Ebene",
  "is required": "fehlt",
  'a date such as "2026-01-05"': "ein Datum wie „2026-01-05“",
  "must be after startsOn": "muss nach dem ersten Tag liegen",
  "must be later": "muss später sein",
  "must be at most {} days later": "darf höchstens {1} Tage später sein",
  "There is a calendar {} already.": "Einen Kalender {1} gibt es schon.",
  "The public holidays are not known.": "Die Feiertage sind nicht bekannt.",
  "more than {} cases match": "mehr als {1} Fälle passen",
  "This cannot be taken back as a whole.": "Das lässt sich nicht als Ganzes zurücknehmen.",
  "to {}": "Zeitpunkt: {1}",
  "This message does not wait any more.": "Diese Nachricht wartet nicht mehr.",
  "The case has changed since you read it: it is at revision {}, you saw {}.":
    "Der Fall hat sich geändert, seit du ihn gelesen hast: Er steht bei Fassung {1}, du hast {2} gesehen.",
  "The case's workflow version cannot be read.": "Die Workflow-Version des Falls ist nicht lesbar.",
  "Another case with this key is open for this person.":
    "Für diese Person ist schon ein anderer Fall mit diesem Schlüssel offen.",
  "{} {}": "{1} {2}",
  "There is no such event.": "Dieses Ereignis gibt es nicht.",
  "This event would not be accepted any more.": "Dieses Ereignis würde nicht mehr angenommen.",
  "This invitation was used, taken back or has expired.":
    "Diese Einladung wurde benutzt, zurückgenommen oder ist abgelaufen.",
  "This invitation is for {}.": "Diese Einladung ist für {1}.",
  "This operator is no member of the workspace.":
    "Diese Person ist kein Mitglied des Arbeitsbereichs.",
  "A workspace keeps at least one owner. Make somebody else an owner first.":
    "Ein Arbeitsbereich behält mindestens einen Inhaber. Mache zuerst jemand anderen zum Inhaber.",
  "Your own sign-in is on your security page.":
    "Deine eigene Anmeldung findest du auf deiner Sicherheitsseite.",
  "This operator also belongs to a workspace you do not own, so only they can change their sign-in.":
    "Diese Person gehört auch zu einem Arbeitsbereich, der nicht dir gehört; deshalb kann nur sie selbst ihre Anmeldung ändern.",
  "{} is a member already.": "{1} ist schon Mitglied.",
  "A workspace can have {} members and invitations; remove one first.":
    "Ein Arbeitsbereich kann {1} Mitglieder und Einladungen haben; entferne zuerst eines.",
  "{} has an open invitation. Send it again instead.":
    "{1} hat eine offene Einladung. Sende sie stattdessen noch einmal.",
  "This invitation was accepted or taken back.":
    "Diese Einladung wurde angenommen oder zurückgenommen.",
  "Somebody has the id {} already.": "Jemand hat die Kennung {1} schon.",
  "The person has this address already.": "Die Person hat diese Adresse schon.",
  "The person does not have this address any more.": "Die Person hat diese Adresse nicht mehr.",
  "This address is not suppressed any more.": "Diese Adresse ist nicht mehr gesperrt.",
  "This reply waits for nobody any more.": "Diese Antwort ist schon gelesen.",
  "No request of this person waits for an answer.":
    "Kein Antrag dieser Person wartet auf eine Antwort.",
  "There is no such person.": "Diese Person gibt es nicht.",
  "The CSV is broken at line {}: {}.": "Die CSV-Datei ist in Zeile {1} fehlerhaft: {2}.",
  "The pause must end in the future.": "Die Pause muss in der Zukunft enden.",
  "No column is known: the first line names them, such as id, name, email.":
    "Keine Spalte ist bekannt: Die erste Zeile nennt sie, etwa id, name, email.",
  "The file has {} rows; at most {} go at once.":
    "Die Datei hat {1} Zeilen; höchstens {2} gehen auf einmal.",
  "The preferences have changed since you read them.":
    "Die Einstellungen haben sich geändert, seit du sie gelesen hast.",
  "Some topics do not exist.": "Einige Themen gibt es nicht.",
  "Nobody is their own manager.": "Niemand ist sein eigener Vorgesetzter.",
  "The policy repeats to a level it does not have.":
    "Die Regel kehrt zu einer Stufe zurück, die sie nicht hat.",
  "This is no moment.": "Das ist kein Zeitpunkt.",
  "The workflow has no such escalation any more.": "Der Workflow hat diese Eskalation nicht mehr.",
  "This person is in the team already.": "Diese Person ist schon im Team.",
  "This does not go: {}.": "Das geht nicht: {1}.",
  "There is a team with the key {} already.": "Ein Team mit dem Schlüssel {1} gibt es schon.",
  "The calendar does not exist.": "Den Kalender gibt es nicht.",
  "The template cannot be read.": "Die Vorlage ist nicht lesbar.",
  "The snippet cannot be read.": "Der Baustein ist nicht lesbar.",
  "There is one of this key already.": "Diesen Schlüssel gibt es schon.",
  "A workspace has at most {} snippets.": "Ein Arbeitsbereich hat höchstens {1} Bausteine.",
  "A workspace has at most {} layouts.": "Ein Arbeitsbereich hat höchstens {1} Layouts.",
  "Snippets stand at most {} deep: {}, {}.":
    "Bausteine stehen höchstens {1} tief ineinander: {2}, {3}.",
  "There is no topic {}.": "Es gibt kein Thema {1}.",
  "There is no such starter.": "Diese Vorlage gibt es nicht.",
  "This key is taken; {} is free.": "Dieser Schlüssel ist vergeben; {1} ist frei.",
  "The team does not exist.": "Das Team gibt es nicht.",
  "there is no team {}": "es gibt kein Team {1}",
  "The topic does not exist.": "Das Thema gibt es nicht.",
  "there is no topic {}": "es gibt kein Thema {1}",
  "Somebody made a part of this at the same moment. Try again.":
    "Jemand hat im selben Moment einen Teil davon angelegt. Versuche es noch einmal.",
  "This file is no workflow.": "Diese Datei ist kein Workflow.",
  "There is nothing in it.": "Es steht nichts darin.",
  "It has more than {} characters.": "Sie hat mehr als {1} Zeichen.",
  "It holds no workflow: a document with a definition is needed.":
    "Darin steht kein Workflow: Ein Dokument mit einer Definition (definition) ist nötig.",
  "This is no YAML: {}": "Das ist kein YAML: {1}",
  "YAML can have {} characters at most; JSON may be longer.":
    "YAML darf höchstens {1} Zeichen haben; JSON darf länger sein.",
  "Its aliases unfold too far: at most {}.":
    "Die Aliasse darin entfalten sich zu weit: höchstens {1}.",
  "It is nested too deep.": "Es ist zu tief verschachtelt.",
  "nested deeper than {} levels": "tiefer als {1} Ebenen verschachtelt",
  "holds a NUL character or half of a surrogate pair":
    "enthält ein NUL-Zeichen oder ein halbes Surrogatpaar",
  "The alias *{} stands inside what it names: a cycle.":
    "Der Alias *{1} steht in dem, was er benennt: ein Kreis.",
  "there is no step of the kind {}; there are {}":
    "einen Schritt der Art {1} gibt es nicht; es gibt {2}",
  'Not a duration: write "PT4H", "P3D" or "P1W"': 'Keine Dauer: Schreibe "PT4H", "P3D" oder "P1W"',
  "1 to 128 letters, digits, . _ : or -": "1 bis 128 Buchstaben, Ziffern, . _ : oder -",
  "1 to 64 letters, digits, _ or -": "1 bis 64 Buchstaben, Ziffern, _ oder -",
  "a dotted path such as data.due_date": "ein Pfad mit Punkten wie data.due_date",
  "a local time such as 09:00": "eine Uhrzeit wie 09:00",
  "at least one arm needs a weight above 0": "mindestens ein Arm braucht ein Gewicht über 0",
  "exactly one channel with its template": "genau ein Kanal mit seiner Vorlage",
  "give either a policy or levels": "gib entweder eine Regel (policy) oder Ebenen (levels) an",
  "give either channels (all are sent) or anyOf (in order)":
    "gib entweder channels (alle werden gesendet) oder anyOf (der Reihe nach) an",
  "give either for (a time) or until (a moment)":
    "gib entweder for (eine Zeit) oder until (einen Zeitpunkt) an",
  "only a wait until a moment can have passed":
    "nur ein Warten bis zu einem Zeitpunkt kann vorbei sein",
  "nested deeper than {}": "tiefer als {1} verschachtelt",
  "unknown field": "unbekanntes Feld",
  "the id {} is used twice (also at {})": "die Kennung {1} wird zweimal verwendet (auch in {2})",
  "{} steps; at most {}": "{1} Schritte; höchstens {2}",
  "There is a topic {} already.": "Ein Thema {1} gibt es schon.",
  "There are {} notes beside the numbers. Delete one first.":
    "Es stehen {1} Notizen neben den Zahlen. Lösche zuerst eine.",
  "This note is gone.": "Diese Notiz gibt es nicht mehr.",
  "You have {} views. Delete one first.": "Du hast {1} Ansichten. Lösche zuerst eine.",
  "You have a view of this name on this list.":
    "Du hast auf dieser Liste schon eine Ansicht mit diesem Namen.",
  "This view is gone, or not yours to delete.":
    "Diese Ansicht gibt es nicht mehr, oder sie gehört nicht dir.",
  "This view is gone, or not yours to change.":
    "Diese Ansicht gibt es nicht mehr, oder sie gehört nicht dir.",
  "The workflow has cases, which need it. Archive it instead.":
    "Der Workflow hat Fälle, die ihn brauchen. Archiviere ihn stattdessen.",
  "The draft, its contents or the live version have changed since the preview. Look at the preview again.":
    "Der Entwurf, seine Inhalte oder die laufende Version haben sich seit der Vorschau geändert. Sieh dir die Vorschau noch einmal an.",
  "The key {} cannot be used: it is an address of the console.":
    "Der Schlüssel {1} geht nicht: Er ist eine Adresse der Konsole.",
  "{} has no draft: what is live is the newest.":
    "{1} hat keinen Entwurf: Was läuft, ist das Neueste.",
  "{} against publishing.": "{1} gegen das Veröffentlichen.",
  "Version {} of {} is live already.": "Version {1} von {2} läuft schon.",
  "{} has no version {}.": "{1} hat keine Version {2}.",
  "There is a workflow {} already.": "Einen Workflow {1} gibt es schon.",
  "The workflow has changed since you read it.":
    "Der Workflow hat sich geändert, seit du ihn gelesen hast.",
  "The scenario is not right.": "Das Szenario stimmt nicht.",
  "{} has neither a draft nor a live version.":
    "{1} hat weder einen Entwurf noch eine laufende Version.",
  "there is no person {}": "es gibt keine Person {1}",
  "There is no workflow {}.": "Es gibt keinen Workflow {1}.",
  "The workflow is {}: only a live one opens cases.":
    "Der Workflow ist {1}: Nur ein laufender öffnet Fälle.",
  "There is no {}.": "{1} gibt es nicht.",
  "{} is still used by {}.": "{1} wird noch benutzt von {2}.",
  "This address is reserved.": "Diese Adresse ist vergeben.",
  "Another workspace has this address already.":
    "Ein anderer Arbeitsbereich hat diese Adresse schon.",
  "This email has an account already.": "Zu dieser E-Mail-Adresse gibt es schon ein Konto.",
  "This link was used or has expired.": "Dieser Link wurde benutzt oder ist abgelaufen.",
  "No worker has prepared the job queue yet. Start one, and try again.":
    "Noch kein Worker hat die Warteschlange vorbereitet. Starte einen und versuche es noch einmal.",
  viewer: "Betrachter",
  responder: "Bearbeiter",
  editor: "Gestalter",
  admin: "Administrator",
  owner: "Inhaber",
  draft: "ein Entwurf",
  paused: "angehalten",
  archived: "archiviert",
  "A person has at most {} addresses.": "Eine Person hat höchstens {1} Adressen.",
  "Not a phone number: write it as +49301234567.":
    "Das ist keine Telefonnummer: Schreibe sie wie +49301234567.",
  "There is no such team.": "Dieses Team gibt es nicht.",
  "nobody stands in for themself": "niemand vertritt sich selbst",
  "This person is not in the team any more.": "Diese Person ist nicht mehr im Team.",
  "must lie ahead": "muss in der Zukunft liegen",
  "there is nobody with the id {}": "niemand hat die Kennung {1}",
  "The workflow is {}; only a live one can be paused.":
    "Der Workflow ist {1}; nur ein laufender lässt sich anhalten.",
  "1 problem stands": "1 Problem spricht",
  "{} problems stand": "{1} Probleme sprechen",
  "The case is already {} by {} at {}.": "Der Fall ist schon {1}, durch {2} um {3}.",
  "The case is already {} at {}.": "Der Fall ist schon {1}, seit {2}.",
  "The case is already {}.": "Der Fall ist schon {1}.",
  "The case is open: there is nothing to reopen.":
    "Der Fall ist offen: Es gibt nichts wieder zu öffnen.",
  "The case already stands at escalation level {} since {}, not {}.":
    "Der Fall steht seit {2} auf Eskalationsstufe {1}, nicht auf {3}.",
  "The case was already taken on by {} at {}.":
    "Den Fall hat schon jemand übernommen: {1}, um {2}.",
  "Nobody there can be told now: {} ({}).": "Dort ist gerade niemand zu erreichen: {1} ({2}).",
  "Nobody is left who could be told now.": "Es ist niemand mehr übrig, der jetzt erreichbar wäre.",
  "Somebody else has changed this since you read it. Nothing was saved; saving again replaces what they saved.":
    "Das hat inzwischen jemand anders geändert. Nichts wurde gespeichert; noch einmal speichern ersetzt es.",
  "another one has this key": "ein anderer Eintrag hat diesen Schlüssel",
  "The case already stands at escalation level {}, not {}.":
    "Der Fall steht schon auf Eskalationsstufe {1}, nicht {2}.",
  "This workflow has no escalation step to go to.":
    "Dieser Workflow hat keinen Eskalationsschritt.",
  "This message is not what comes next any more: the case has moved on.":
    "Diese Nachricht ist nicht mehr die nächste: Der Fall ist weitergegangen.",
  "From this step the workflow would close the case again at once.":
    "Von diesem Schritt aus würde der Workflow den Fall sofort wieder schließen.",
  "There is no such step in the stages of this case's workflow version.":
    "Diesen Schritt gibt es in den Stufen der Workflow-Version dieses Falls nicht.",
  resolved: "erledigt",
  canceled: "abgebrochen",
  expired: "ausgelaufen",
  "Enter an address like ada@example.com.": "Gib eine Adresse wie ada@example.com ein.",
  "Enter your name.": "Gib deinen Namen ein.",
  "a case's id or number, such as C-1042": "Kennung oder Nummer eines Falls, etwa C-1042",
  "a person's id, or a person with an id": "Kennung einer Person oder eine Person mit Kennung",
  "a whole number": "eine ganze Zahl",
  "a workspace needs a name": "ein Arbeitsbereich braucht einen Namen",
  "an address that begins with https://": "eine Adresse, die mit https:// beginnt",
  "an address such as ana@example.com": "eine Adresse wie ana@example.com",
  "a language is named twice": "eine Sprache ist doppelt genannt",
  "a person is named twice": "eine Person ist doppelt genannt",
  "another team has this key": "ein anderes Team hat diesen Schlüssel",
  "is no JSON object": "ist kein JSON-Objekt",
  "is no moment": "ist kein Zeitpunkt",
  "is not known": "ist nicht bekannt",
  "no control characters": "keine Steuerzeichen",
  "no public holidays are known for it": "dafür sind keine Feiertage bekannt",
  "nobody is their own manager": "niemand ist sein eigener Vorgesetzter",
  "not a possible phone number: write it with its country code, such as +441632960961":
    "keine mögliche Telefonnummer: Schreibe sie mit Landesvorwahl, etwa +441632960961",
  "not an email address": "keine E-Mail-Adresse",
  "somebody has this id already": "jemand hat diese Kennung schon",
  "there is no such calendar": "diesen Kalender gibt es nicht",
  "there is no such topic": "dieses Thema gibt es nicht",
  "stands in line {} already": "steht schon in Zeile {1}",
  "has {} cells under {} columns": "hat {1} Zellen unter {2} Spalten",
  "there is no calendar {}": "es gibt keinen Kalender {1}",
  "must lie ahead; it is {} now": "muss in der Zukunft liegen; jetzt ist es {1}",
  "a server of the inner network is called only with ALLOW_PRIVATE_CALLS":
    "ein Server im inneren Netz wird nur mit ALLOW_PRIVATE_CALLS aufgerufen",
  "The database cannot answer right now. Nothing was changed; try again.":
    "Die Datenbank kann gerade nicht antworten. Nichts wurde geändert; versuche es noch einmal.",
  "A workspace can have {} accounts; remove one first.":
    "Ein Arbeitsbereich kann {1} Konten haben; entferne zuerst eines.",
  "Only a webhook that can be read has a signing secret.":
    "Nur ein lesbarer Webhook hat ein Signaturgeheimnis.",
  "This account is gone: somebody removed it.":
    "Dieses Konto gibt es nicht mehr: Jemand hat es entfernt.",
  "The case has changed since. It stays as it is.":
    "Der Fall hat sich seitdem geändert. Er bleibt, wie er ist.",
  "This did not work. Try it again for this case.":
    "Das ging nicht. Versuche es für diesen Fall noch einmal.",
  "This webhook endpoint is gone: somebody deleted it.":
    "Diesen Webhook-Endpunkt gibt es nicht mehr: Jemand hat ihn gelöscht.",
  "A workspace can have {} webhook endpoints; delete one first.":
    "Ein Arbeitsbereich kann {1} Webhook-Endpunkte haben; lösche zuerst einen.",
  "There is no such delivery.": "Diese Zustellung gibt es nicht.",
  "This delivery is being sent right now.": "Diese Zustellung geht gerade hinaus.",
  "This endpoint is off. Turn it on first.": "Dieser Endpunkt ist aus. Schalte ihn zuerst ein.",
  "paste the file of the service account": "füge die Datei des Dienstkontos ein",
  "the JSON of a service account, from { to }": "das JSON eines Dienstkontos, von { bis }",
  "the file lacks {}": "in der Datei fehlt {1}",
  "not as Google gives it: {}": "nicht so, wie Google es gibt: {1}",
  "an address without user and password": "eine Adresse ohne Benutzer und Passwort",
  "a server with a name, not with an IP address":
    "ein Server mit einem Namen, nicht mit einer IP-Adresse",
  "At most {} tests in ten minutes. Try again later.":
    "Höchstens {1} Tests in zehn Minuten. Versuche es später noch einmal.",
  "The department does not exist.": "Diese Abteilung gibt es nicht.",
  "A department cannot belong to itself.": "Eine Abteilung kann nicht zu sich selbst gehören.",
  "line {} says it belongs to {}": "Zeile {1} sagt, sie gehöre zu {2}",
  "This person cannot be saved like this.": "Diese Person lässt sich so nicht speichern.",
  "At most {} teams and {} people.": "Höchstens {1} Teams und {2} Personen.",
  "is named twice: see item {}": "ist zweimal genannt: siehe Eintrag {1}",
  "This is no time that a report can be of.": "Über diese Zeit kann es keinen Bericht geben.",
  "There is no such saved view of people.":
    "Diese gespeicherte Ansicht von Personen gibt es nicht.",
  "There is no such report.": "Diesen Bericht gibt es nicht.",
  "There is no report of this.": "Darüber gibt es keinen Bericht.",
  "is required: several workflows have cases in this time":
    "fehlt: Mehrere Workflows haben in dieser Zeit Fälle",
  "cannot limit the report of escalations": "kann den Bericht über Eskalationen nicht eingrenzen",
  'can be "hour" for at most {} days': "kann höchstens für {1} Tage „hour“ sein",
};
