import type { settings as en } from "../en/settings";
import type { Same } from "../same";

export const settings = {
  title: "Einstellungen",
  sections: "Bereiche der Einstellungen",
  groupWorkspace: "Workspace",
  groupSending: "Versand",
  groupAccess: "Zugang",
  groupRecords: "Aufzeichnungen",
  groupYou: "Du",
  general: "Allgemein",
  channels: "Kanäle",
  topics: "Themen",
  calendars: "Kalender",
  brand: "Marke",
  locales: "Sprachen",
  members: "Mitglieder",
  security: "Sicherheit",
  apiKeys: "API-Schlüssel",
  webhooks: "Webhooks",
  retention: "Aufbewahrung",
  auditLog: "Protokoll",
  display: "Bedienung und Anzeige",
  backTo: "Alle Einstellungen",
  mayNot:
    "Deine Rolle hier ist {role}. Das zu ändern braucht mindestens {least}; eine Person mit der Rolle owner kann sie dir geben.",
  undoOf: "Änderung von {field} rückgängig machen",
  notSaved:
    "Das wurde nicht gespeichert: Der Server hat nicht geantwortet. Dein Text steht noch hier; versuch es noch einmal.",
  loadFailed: "Dieser Teil der Einstellungen konnte nicht geladen werden.",
  loadFailedSafe:
    "Nur diese Ansicht ist betroffen: Fälle laufen weiter und Nachrichten gehen weiter hinaus.",
  notFoundTitle: "Unter dieser Adresse gibt es nichts.",
  notFoundText: "Vielleicht wurde es gelöscht. Das Protokoll sagt, von wem und wann.",
  loading: "Einstellungen werden geladen",
  generalLead:
    "Wovon jeder Fall dieses Workspace ausgeht. Jedes Feld wird gespeichert, sobald du es verlässt.",
  name: "Name",
  nameHint: "Sichtbar für alle hier, und für Personen als Absender von Nachrichten und Seiten.",
  slug: "Adresse",
  slugHint:
    "Teil jedes Links in die Konsole. Sie lässt sich nicht ändern, weil verschickte Links sonst ins Leere führten.",
  timeZone: "Zeitzone",
  timeZoneHint:
    "Für Personen und Teams ohne eigene Zeitzone. Offene Fälle werden neu geplant, wenn du sie änderst.",
  locale: "Sprache",
  localeHint: "Für Personen, die keine Sprache genannt haben.",
  defaultCalendar: "Arbeitskalender",
  defaultCalendarHint:
    "Werktage für Personen und Teams ohne eigenen Kalender. Offene Fälle werden neu geplant, wenn du ihn änderst.",
  noCalendar: "Keiner: Montag bis Freitag, 09:00 bis 17:00 UTC, ohne Feiertage",
  kind: "Art",
  kindLive: "Live: Nachrichten erreichen Personen",
  kindSandbox: "Test: Nichts erreicht Personen; Nachrichten enden im Postausgang",
  kindHint: "Beim Anlegen des Workspace entschieden.",
  channelsLead:
    "Worüber Nachrichten hinausgehen. Anbieter werden in der Umgebung der Web- und Worker-Prozesse gesetzt, für alle Live-Workspaces; starte beide nach einer Änderung neu.",
  channelsSandbox:
    "Das ist ein Test-Workspace: Was auch immer hier gesetzt ist, seine Nachrichten enden im Postausgang und erreichen niemanden. Ein Testversand braucht einen Live-Workspace.",
  channel_email: "E-Mail",
  channel_sms: "SMS",
  channel_push: "Push",
  channel_in_app: "In der App",
  channel_webhook: "Chat und Webhook",
  channelState_on: "An",
  channelState_built_in: "Eingebaut",
  channelState_off: "Nicht eingerichtet",
  channelState_later: "In einer späteren Version",
  channelState_outbox: "Endet im Postausgang",
  channelState_failing: "Fällt aus",
  channelAbout_email:
    "Über Resend oder jeden SMTP-Server. Ohne werden Live-Nachrichten gehalten und gehen hinaus, sobald er gesetzt ist.",
  channelAbout_in_app:
    "Diese Nachrichten bewahrt Followthrough selbst auf: kein Anbieter, nichts einzustellen.",
  channelAbout_sms:
    "Diese Version hat keinen SMS-Anbieter. Schritte können den Kanal schon nennen: Ihre Live-Nachrichten werden gehalten oder nehmen den nächsten Kanal des Schritts.",
  channelAbout_push:
    "Diese Version hat keinen Push-Anbieter. Schritte können den Kanal schon nennen: Ihre Live-Nachrichten werden gehalten oder nehmen den nächsten Kanal des Schritts.",
  channelAbout_webhook:
    "Diese Version schickt keine Nachrichten in Chats. Aufruf-Schritte und die Webhooks von Eskalationsstufen gehen: Sie gehen signiert hinaus, siehe Webhooks.",
  provider: "Anbieter",
  providerInReserve: "(auch gesetzt, nicht benutzt: {names})",
  sender: "Absender",
  lastHour: "Geplant in der letzten Stunde:",
  lastHourCounts:
    "{sent, number} gesendet, {held, number} gehalten, {notSent, number} nicht gesendet, {failed, number} fehlgeschlagen",
  variables: "Umgebungsvariablen",
  variablesHow:
    "Eine der ersten beiden, und der Absender. Resend geht vor SMTP. Werte werden hier nie gezeigt.",
  variablesLater:
    "Diese Namen sind dafür vorgesehen. Sie werden beim Start geprüft und noch nicht benutzt.",
  variableSet: "gesetzt",
  variableMissing: "nicht gesetzt",
  testTo: "Test senden an",
  testSend: "Test senden",
  testAccepted:
    "Gesendet: {provider} hat sie nach {seconds, number, ::.0} s angenommen. Dortige Id:",
  testRefused:
    "Nicht gesendet. {retry, select, yes {{provider} nimmt sie vielleicht später an und sagte:} other {{provider} hat sie endgültig abgelehnt und sagte:}}",
  notSent:
    "Der Server hat nicht geantwortet, darum weiß niemand, ob der Test hinausging. Versuch es noch einmal.",
  auditLead: "Wer was womit getan hat, das Neueste zuerst. Nichts darin lässt sich ändern.",
  auditCaption: "Protokoll, das Neueste zuerst",
  auditEntries: "Einträge",
  auditAt: "Wann",
  auditActor: "Wer",
  auditAction: "Aktion",
  auditTarget: "Womit",
  auditDetail: "Einzelheiten",
  auditShow: "Zeigen",
  auditFrom: "Von",
  auditTo: "Bis",
  auditAny: "Jede Aktion",
  auditAllOf: "Alles zu {noun}",
  auditNoMatch: "Keine Einträge passen zu diesen Filtern.",
  auditEmpty: "Noch nichts aufgezeichnet.",
  auditEmptyText:
    "Mit jeder Änderung an Einstellungen, Workflows, Personen oder Schlüsseln kommt ein Eintrag hinzu.",
  exportCsv: "Als CSV exportieren",
  filter: "Filtern",
  clearFilters: "Filter entfernen",
  create: "Anlegen",
  key: "Schlüssel",
  keyHint:
    "Damit nennen es Dokumente und die API. Er lässt sich später nicht ändern. Buchstaben, Ziffern und . _ : -",
  usedBy: "Benutzt von",
  workflowCount: "{n, plural, =0 {keinem Workflow} one {# Workflow} other {# Workflows}}",
  deleteNamed: "„{name}“ löschen",
  topicsLead:
    "Was Personen abonnieren. Ein Workflow hat genau ein Thema; seine Nachrichten folgen dem, was jede Person dafür gewählt hat.",
  topicsEmpty: "Noch keine Themen.",
  topicsEmptyText:
    "Jeder Workflow nennt ein Thema, damit Personen wählen können, wie sie davon hören.",
  newTopic: "Neues Thema",
  topicChoice: "Personen",
  topicRequired: "können es nicht abstellen",
  topicOptional: "wählen selbst",
  topicChannels: "Kanäle zu Beginn",
  topicChannelsHint:
    "Was an ist, bis eine Person selbst wählt. Nachrichten kommen, wie sie anfallen; Sammlung oder Pause wählt jede Person selbst.",
  topicNameHint: "Sichtbar für Personen auf ihrer Einstellungsseite.",
  topicDescription: "Beschreibung",
  topicDescriptionHint: "Ein Satz: was kommt, und wie oft.",
  topicMust: "Lässt sich nicht abstellen",
  topicMustHint:
    "Nur für das, was Personen nach Gesetz oder Vertrag erfahren müssen. Sie sehen es als gesperrt.",
  topicUnused: "Kein Workflow hat dieses Thema.",
  topicInUse:
    "Es lässt sich löschen, sobald {n, plural, one {dieser Workflow ein anderes Thema hat} other {diese Workflows andere Themen haben}}.",
  deleteTopic: "Thema löschen",
  deleteTopicText:
    "Personen sehen es nicht mehr unter ihren Einstellungen. Gesendete Nachrichten bleiben, wie sie sind.",
  retentionLead:
    "Wie viele Tage aufbewahrt wird, was vorbei ist. Leer heißt für immer. Der Worker entfernt Älteres in kleinen Mengen, alle fünf Minuten.",
  retentionAlways:
    "Offene Fälle, ihre Nachrichten und alles, was sie noch brauchen, bleiben, egal wie alt. Was entfernt ist, kommt nur aus einer Sicherung zurück. Um eine einzelne Person sofort zu entfernen, lösche sie auf ihrer Seite.",
  forGood: "Für immer",
  closedCaseDays: "Geschlossene Fälle, Tage",
  closedCaseDaysHint:
    "Ab dem Tag, an dem ein Fall geschlossen wurde. Seine Nachrichten und sein Verlauf gehen mit, auch aus den Auswertungen. Er lässt sich nicht mehr öffnen.",
  closedCaseDaysCount:
    "{n, plural, one {# geschlossener Fall ist} other {# geschlossene Fälle sind}} jetzt schon älter und {n, plural, one {wird} other {werden}} entfernt, mit Nachrichten und Verlauf.",
  messageContentDays: "Texte von Nachrichten, Tage",
  messageContentDaysHint:
    "Ab dem Versand, bei geschlossenen Fällen. Geschriebenes und Antworten gehen; wer wann was bekam und was daraus wurde, bleibt. Links in diesen Nachrichten enden.",
  messageContentDaysCount:
    "Die Texte von {n, plural, one {# Nachricht} other {# Nachrichten}} sind jetzt schon älter und werden entfernt.",
  eventDays: "Empfangene Ereignisse, Tage",
  eventDaysHint:
    "Ab dem Eingang. Ein Ereignis, das danach mit derselben Id noch einmal kommt, zählt als neu.",
  eventDaysCount:
    "{n, plural, one {# Ereignis ist} other {# Ereignisse sind}} jetzt schon älter und {n, plural, one {wird} other {werden}} entfernt.",
  auditDays: "Protokoll, Tage",
  auditDaysHint: "Viele Regeln verlangen ein Jahr oder länger.",
  auditDaysCount:
    "{n, plural, one {# Eintrag ist} other {# Einträge sind}} jetzt schon älter und {n, plural, one {wird} other {werden}} entfernt.",
  daysWrong:
    "Schreib eine ganze Zahl von Tagen von 1 bis {max, number}, oder nichts, um es für immer zu behalten.",
  termVerb: "{days, plural, one {# Tag} other {# Tage}} behalten",
  termStays: "Offene Fälle und alles, was sie brauchen, bleiben.",
  calendarsLead:
    "Wann Personen und Teams arbeiten: was ein Werktag ist, und wann die Arbeitszeit einer Eskalation vergeht.",
  calendarLead:
    "Offene Fälle, die nach diesem Kalender zählen, werden bei jeder Änderung neu geplant.",
  calendarsEmpty: "Noch keine Kalender.",
  calendarsEmptyText:
    "Bis es einen gibt, gilt Montag bis Freitag von 09:00 bis 17:00 UTC, ohne Feiertage.",
  newCalendar: "Neuer Kalender",
  workingHours: "Arbeitszeiten",
  holidays: "Feiertage",
  hoursOf: "{days} {from}–{to}",
  calendarUsers:
    "{workspace, select, yes {der Workspace, } other {}}{teams, plural, one {# Team} other {# Teams}}, {people, plural, one {# Person} other {# Personen}}",
  calendarInUse: "Er lässt sich löschen, sobald niemand mehr danach arbeitet.",
  calendarZoneHint: "Die Zeiten unten sind Ortszeiten dieser Zone.",
  dayOff: "Frei",
  hoursFrom: "{day}, von",
  hoursTo: "{day}, bis",
  hoursRemove: "{day}: {from} bis {to} entfernen",
  hoursAdd: "Zeiten hinzufügen",
  hoursAddTo: "Zeiten am {day} hinzufügen",
  country: "Gesetzliche Feiertage von",
  countryHint:
    "Ganztägige gesetzliche Feiertage sind frei. Tage, die nur für Banken oder Schulen frei sind, nicht.",
  noCountry: "Kein Land: keine Feiertage",
  region: "Region",
  wholeCountry: "Nur die des ganzen Landes",
  extraDays: "Zusätzlich frei",
  extraDaysHint: "Betriebsferien und Ähnliches.",
  exceptDays: "Gearbeitet trotz Feiertag",
  exceptDaysHint: "Feiertage, an denen ihr doch arbeitet.",
  addTo: "Zu „{list}“ hinzufügen",
  extraDay: "Eigener freier Tag",
  nextHolidays: "{n, plural, one {Der nächste Feiertag} other {Die nächsten # Feiertage}}",
  noHolidays: "Keine Feiertage in Sicht: Jeder Wochentag mit Zeiten wird gearbeitet.",
  year: "Das Jahr {year}",
  yearBefore: "Jahr davor",
  yearAfter: "Jahr danach",
  yearDays:
    "{worked, plural, one {# Werktag} other {# Werktage}}, {free, plural, one {# Feiertag} other {# Feiertage}}",
  monthWords:
    "{month}: {worked, plural, one {# Werktag} other {# Werktage}}, {free, plural, =0 {keine Feiertage} one {ein Feiertag: {days}} other {# Feiertage: {days}}}",
  deleteCalendar: "Kalender löschen",
  deleteCalendarText:
    "Niemand arbeitet danach. Vergangene Entscheidungen bleiben, wie sie getroffen wurden.",
  brandLead:
    "Wie E-Mails und die Seiten hinter ihren Knöpfen aussehen. Gesendetes bleibt, wie es war.",
  color: "Farbe",
  colorHint: "Für Knöpfe. Leer: Tinte auf Weiß.",
  colorPick: "Farbe aussuchen",
  colorSample: "Knopf",
  colorEmail: "E-Mail",
  colorLight: "Seite, hell",
  colorDark: "Seite, dunkel",
  colorRatio: "{ratio}:1, {enough, select, yes {lesbar.} other {schwer lesbar: 4,5:1 sind nötig.}}",
  colorMoved: "Gleicher Ton, andere Helligkeit.",
  postalAddress: "Postanschrift",
  postalAddressHint:
    "Am Fuß jeder E-Mail. Viele Länder verlangen sie in Nachrichten, die nicht nur einen Vertrag betreffen.",
  logo: "Logo",
  logoHint:
    "Die Adresse eines Bildes, die mit https:// beginnt; es steht 32 Pixel hoch am Kopf von E-Mails. Wo Bilder aus sind, steht der Name.",
  preview: "Vorschau",
  previewScheme: "Farbschema der Vorschau",
  previewEmail: "Eine E-Mail",
  previewPage: "Die Seite hinter ihrem Knopf",
  theme_system: "Wie das System",
  theme_light: "Hell",
  theme_dark: "Dunkel",
  localesLead:
    "Die Sprachen, in denen eure Nachrichten geschrieben sind. Wer keine davon liest, bekommt die Ersatzsprache.",
  languages: "Sprachen",
  fallback: "Ersatzsprache: der eigene Text jeder Vorlage",
  makeFallback: "Als Ersatzsprache",
  makeFallbackOf: "{language} zur Ersatzsprache machen",
  removeLanguage: "{language} entfernen",
  addLanguage: "Sprache hinzufügen",
  fallbackOrder:
    "In dieser Reihenfolge: die genaue Sprache der Person (de-AT), die kürzere (de), der eigene Text der Vorlage. Die Liste sagt, was zu erwarten ist; Texte werden bei jeder Vorlage geschrieben.",
  missing: "Fehlende Übersetzungen",
  missingNoLanguage: "Es gibt nur eine Sprache, also kann nichts fehlen.",
  missingCount:
    "{n, plural, =0 {Jede Vorlage ist in jeder Sprache geschrieben.} one {# von {all, number} Vorlagen fehlt eine Sprache.} other {# von {all, number} Vorlagen fehlt eine Sprache.}}",
  template: "Vorlage",
  templatesShown: "Die ersten {n, number} Vorlagen sind zu sehen.",
  coverage_own: "geschrieben",
  coverage_shorter: "aus der kürzeren Sprache",
  coverage_fallback: "fehlt: Ersatzsprache geht hinaus",
  webhooksLead:
    "Anfragen von Aufruf-Schritten und von Webhooks an Eskalationsstufen sind signiert, wie Standard Webhooks es beschreibt, damit der Empfänger weiß, dass sie von euch und neu sind.",
  secret: "Signaturgeheimnis",
  secretLead: "Eines für den ganzen Workspace. Wer es ansieht, steht im Protokoll.",
  secretShow: "Geheimnis zeigen",
  secretHide: "Verbergen",
  secretCopy: "Geheimnis kopieren",
  secretRotate:
    "Es wird aus APP_SECRET und diesem Workspace abgeleitet und nirgends gespeichert, darum lässt es sich nicht einzeln ändern. Mit einem anderen APP_SECRET ändert es sich für alle Workspaces; alle melden sich dann neu an, und Links in verschickten Nachrichten enden.",
  verify: "Eine Signatur prüfen",
  verifyLead:
    "Jede Anfrage trägt drei Kopfzeilen. Prüfe sie, bevor du dem Inhalt glaubst, an den Bytes, wie sie ankamen.",
  "header_webhook-id": "bei jedem Versuch gleich: Schon Gesehenes kannst du übergehen",
  "header_webhook-timestamp": "Sekunden seit 1970; lehne ab, was älter als fünf Minuten ist",
  "header_webhook-signature":
    "v1, und der HMAC-SHA256 von id.timestamp.body in Base64; es können mehrere sein",
  copyCode: "{language}-Code kopieren",
  retries: "Antworten und Wiederholungen",
  retriesText:
    "Jedes 2xx innerhalb von zehn Sekunden gilt als angenommen. Der Webhook einer Eskalationsstufe wird bis zu fünfmal wiederholt; ein Aufruf-Schritt nimmt die Antwort, wie sie auch ist, in seinen Fall. Weiterleitungen wird nicht gefolgt, private Adressen werden nicht erreicht.",
  displayLead:
    "Wie die Konsole für dich aussieht und sich verhält, in diesem Browser. Jede Wahl gilt sofort.",
  language: "Sprache der Konsole",
  languageHint: "Datum und Zahlen richten sich danach.",
  languageBrowser: "Wie der Browser",
  hours: "Uhr",
  hours_auto: "Wie die Sprache",
  hours_h12: "12 Stunden (2:30 PM)",
  hours_h23: "24 Stunden (14:30)",
  yourZone: "Deine Zeitzone",
  yourZoneHint:
    "Von diesem Browser übernommen. Listen und Protokolle richten sich danach; was eine Person erlebt, richtet sich nach ihrer, und das steht dabei.",
  theme: "Farbschema",
  density: "Dichte",
  densityHint: "Auf Touch-Bildschirmen bleiben Bedienelemente mindestens 44 Pixel hoch.",
  density_comfortable: "Bequem",
  density_compact: "Kompakt",
  motion: "Bewegung",
  motionHint: "Reduziert: Dinge erscheinen, ohne sich zu bewegen.",
  motionReduced: "Reduziert",
  shortcuts: "Kürzel aus einer Taste",
  shortcutsHint:
    "Aus: Nur Kürzel mit Strg, Alt oder ⌘ wirken; Diktat und andere Eingabehilfen brauchen das.",
  keysLeadTest:
    "Schlüssel dieses Test-Workspace beginnen mit ft_test_ und erreichen nichts Echtes.",
  keysLeadLive:
    "Schlüssel dieses Live-Workspace beginnen mit ft_live_: Was sie senden, erreicht Personen.",
  keysEmpty: "Noch keine Schlüssel.",
  keysEmptyText:
    "Mit einem Schlüssel sendet ein System Ereignisse und fragt Stände ab. Leg einen an und sende dein erstes Ereignis.",
  keysCaption: "API-Schlüssel, die neuesten zuerst",
  keyColumn: "Schlüssel",
  keyMay: "Darf",
  keyCreated: "Angelegt",
  keyUsed: "Zuletzt benutzt",
  keyActions: "Aktionen",
  keyNever: "nie",
  keyRevoked: "Widerrufen <at></at>",
  scope_all: "alles",
  scope_read: "alles lesen",
  scope_write: "alles schreiben",
  createKey: "Schlüssel anlegen",
  createKeyTitle: "Einen API-Schlüssel anlegen",
  copyKeyTitle: "Schlüssel jetzt kopieren",
  copyKeyText: "Er wird nur dieses eine Mal gezeigt: Wir behalten nichts, woraus er zu lesen wäre.",
  copyKey: "Schlüssel kopieren",
  copiedKey: "Ich habe ihn kopiert",
  keyNameHint: "Wer ihn benutzt: „Abrechnung“.",
  choice_all: "Alles",
  choice_read: "Alles lesen",
  choice_write: "Alles schreiben",
  choice_some: "Nur, was ich auswähle",
  scopes: "Rechte",
  revoke: "Widerrufen",
  revokeNamed: "{name} widerrufen",
  revokeTitle: "„{name}“ widerrufen",
  revokeVerb: "Schlüssel widerrufen",
  revokeText:
    "Anfragen mit diesem Schlüssel werden ab jetzt abgelehnt. Das lässt sich nicht zurücknehmen. Was der Schlüssel getan hat, bleibt, wie es ist.",
  firstEvent: "Sende dein erstes Ereignis",
  firstEventText:
    "Ein Ereignis öffnet einen Fall in jedem Live-Workflow, der darauf hört. Die Antwort sagt, welche Fälle es geöffnet und gelöst hat, und warum ein Workflow es vorbeiließ.",
  copyCommand: "Befehl kopieren",
} as const satisfies Same<typeof en>;
