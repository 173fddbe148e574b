import type { SettingCode } from "../sentence-code";

export const settings = {
  "setting.purpose": `Zweck: {purpose, select,
    reminder {Erinnerung} escalation {Eskalation} status {Statusmeldung} engagement {Ansprache} other {unbekannt}}.`,
  "setting.topic": "Die Nachrichten gehören zum Thema {topic}.",
  "setting.start": `{hasEvent, select,
    yes {Ein Fall wird eröffnet, wenn {event} eintrifft{hasWhere, select, yes { und {where}} other {}}.}
    other {Fälle werden von Hand oder über die API eröffnet.}}`,
  "setting.person": "Ein Fall gilt für {person}.",
  "setting.subject": "In einem Fall geht es um „{subject}“.",
  "setting.key": `{hasKey, select,
    yes {Ein offener Fall je „{key}“.} other {Beliebig viele Fälle können gleichzeitig offen sein.}}`,
  "setting.data": `{hasFields, select,
    yes {Die Daten des Ereignisses: {fields}.} other {Die Daten des Ereignisses sind nicht beschrieben.}}`,
  "setting.data_field": "{name}{required, select, yes { (Pflicht)} other {}}",
  "setting.early_answer":
    "Eine Antwort zählt auch, wenn sie höchstens {length} vor der Eröffnung ihres Falls kommt.",
  "setting.expiry": `{hasLength, select,
    yes {Ohne Antwort läuft der Fall {length} nach dem letzten Schritt ab.}
    other {Ohne Antwort läuft der Fall nach dem letzten Schritt ab.}}`,
  "setting.messages_max": `{isSet, select,
    yes {{n, plural, one {Höchstens # Nachricht je Fall.} other {Höchstens # Nachrichten je Fall.}}}
    other {Die übliche Höchstzahl an Nachrichten je Fall.}}`,
  "setting.days_max": `{isSet, select,
    yes {{n, plural, one {Ein Fall läuft spätestens nach # Tag ab.} other {Ein Fall läuft spätestens nach # Tagen ab.}}}
    other {Keine Höchstzahl an Tagen.}}`,
  "setting.stage": `Phase „{name}“{class, select,
    transactional { mit Nachrichten, die man schuldet} promotional { mit Werbung} other {}}.`,
  "setting.stage_order": "Die Phasen der Reihe nach: {names}.",
  "setting.ending": "{of, select, resolution {Wenn erledigt} other {Wenn er ausläuft}}",
  "setting.place": `In „{stage}“{hasInside, select, yes { unter „{inside}“} other {}}{hasAfter, select,
    yes {, nach „{after}“} other {, als erster Schritt}}.`,
  "setting.off": "Ausgeschaltet: {sentence}",
  "setting.also": "Ebenfalls geändert: {fields}.",
  "setting.field": `{field, select,
    title {der Titel} note {die Notiz} body {der Inhalt der Anfrage} headers {die Kopfzeilen der Anfrage}
    timeoutMs {die Zeitgrenze} data {die Beschreibung der Ereignisdaten} stopsWhen {was den Fall beendet}
    other {{field}}}`,
} as const satisfies Record<SettingCode, string>;
