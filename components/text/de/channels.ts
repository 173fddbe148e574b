import type { channels as en } from "../en/channels";
import type { Same } from "../same";

export const channels = {
  lead: "Worüber Nachrichten hinausgehen. Von jedem Kanal wird das erste Konto benutzt, das an ist; solange sein Anbieter ausfällt, das nächste.",
  sandbox:
    "Das ist ein Test-Arbeitsbereich: Konten lassen sich hier vorbereiten, aber seine Nachrichten enden im Postausgang und erreichen niemanden. Ein Test braucht einen Live-Arbeitsbereich.",
  about_email:
    "Über Resend oder jeden SMTP-Server. Ohne Konto werden Live-Nachrichten zurückgehalten und gehen hinaus, sobald es eines gibt.",
  about_in_app:
    "Diese Nachrichten bewahrt Followthrough selbst auf: kein Konto, nichts einzustellen.",
  about_sms:
    "Über Twilio. Ohne Konto werden Live-Nachrichten zurückgehalten oder nehmen den nächsten Kanal des Schritts.",
  about_push:
    "An die Browser der Personen, die es erlauben, mit Schlüsseln, die hier entstehen, und an Apps auf Telefonen über Firebase. Jede Adresse nimmt das Konto, das sie erreicht.",
  about_webhook:
    "Signierte Anfragen an einen Chat oder ein System von dir. Personen können eine eigene Adresse haben; die des Kontos gilt für alle anderen.",
  none: "Noch kein Konto.",
  accountsOf: "Konten für {channel}, in der Reihenfolge, in der sie benutzt werden",
  lastHour:
    "Jetzt zurückgehalten, aus welchem Grund auch immer: {held, number}. Von dem, was in der letzten Stunde geplant wurde: {sent, number} gesendet, {notSent, number} nicht gesendet, {failed, number} fehlgeschlagen",
  state_used: "Jetzt benutzt",
  state_on: "An, nicht benutzt",
  state_off: "Aus",
  state_unreadable: "Nicht lesbar",
  state_idle: "An",
  down: "{blame, select, account {Nimmt seit <at></at> nichts an: Der Anbieter lehnt das Konto ab.} guard {Nimmt seit <at></at> nichts an: So, wie diese Installation eingestellt ist, ruft sie die Adresse des Kontos nicht auf.} other {Nimmt seit <at></at> nichts an: Der Anbieter antwortet nicht oder mit einem Fehler.}} {n, plural, =0 {Keine Nachricht wartet.} one {# Nachricht wartet.} other {# Nachrichten warten.}} Es wird von selbst wieder versucht; ein gelungener Test oder eine Änderung beendet es sofort.",
  barred:
    "So, wie diese Installation eingestellt ist, ruft sie die Adresse dieses Kontos nicht auf; darüber geht nichts hinaus. Ändere die Adresse oder setze ALLOW_PRIVATE_CALLS; Nachrichten warten.",
  unreadable:
    "APP_SECRET ist ein anderes als beim Speichern dieses Kontos. Bearbeite es und gib das Geheimnis noch einmal ein; bis dahin geht nichts darüber hinaus.",
  sender:
    "{provider, select, web_push {Push-Dienste erreichen dich unter {sender}} fcm {Über {sender}} webhook {An {sender}} other {Von {sender}}}",
  senderEach: "An die Adresse, die jede Person hat",
  fromEnvironment: "Aus der Umgebung: {names}",
  lastTest:
    "Getestet <at></at>: {ok, select, yes {angenommen nach {ms, number} ms} other {nicht angenommen nach {ms, number} ms}}",
  variables: "Für alle Arbeitsbereiche setzen",
  variablesHow:
    "{channel, select, email {Eine der ersten beiden, und der Absender, in der Umgebung der Web- und Worker-Prozesse; Resend geht vor SMTP. Sie dienen jedem Live-Arbeitsbereich, der kein eigenes Konto angeschaltet hat. Starte beide nach einer Änderung neu. Werte werden hier nie gezeigt.} other {Alle, in der Umgebung der Web- und Worker-Prozesse. Sie dienen jedem Live-Arbeitsbereich, der kein eigenes Konto angeschaltet hat. Starte beide nach einer Änderung neu. Werte werden hier nie gezeigt.}}",
  variableSet: "gesetzt",
  variableMissing: "nicht gesetzt",
  add: "Konto hinzufügen",
  addTo: "Konto hinzufügen für {channel}",
  addTitle: "Konto hinzufügen: {provider}",
  addVerb: "Konto hinzufügen",
  editTitle: "„{name}“ bearbeiten",
  save: "Speichern",
  name: "Name",
  nameHint: "Nur für Operatoren zu sehen.",
  secretKept: "Gesetzt, endet auf …{end}. Leer lassen, um es zu behalten.",
  secretKeptShort: "Gesetzt. Leer lassen, um es zu behalten.",
  from: "Absender",
  fromHint: "Jeder E-Mail, die über dieses Konto hinausgeht. Der Anbieter muss die Domain kennen.",
  apiKey: "API-Schlüssel",
  webhookSecret: "Signaturgeheimnis des Webhooks",
  webhookSecretHint:
    "Freiwillig: Resend zeigt es beim Webhook, der die Adresse dieses Kontos aufruft. Ohne es wird nichts geglaubt, was Resend meldet.",
  callback: "Adresse für Rückmeldungen",
  callbackCopy: "Adresse für Rückmeldungen kopieren",
  callbackHint:
    "{provider, select, resend {Trage sie bei Resend unter Webhooks ein, mit allen Ereignissen von E-Mails, und kopiere von dort das Signaturgeheimnis.} other {Trage sie bei Twilio als Webhook für eingehende Nachrichten ein. Der Status von Nachrichten kommt von selbst hierher.}}",
  callbackOfEnvironment: "Adresse für Rückmeldungen: {url}",
  lastCallback: "Letzte Rückmeldung <at></at>",
  baseUrl: "Adresse der API",
  baseUrlHint: "Nur wenn der Anbieter dir eine andere gegeben hat.",
  dkim: "DKIM-Signatur",
  dkimHint:
    "Die meisten Mailserver signieren selbst. Wenn deiner es nicht tut, wird hier mit einem Schlüssel dieses Kontos signiert; der DNS-Eintrag steht dann unter dem Konto.",
  dkimOff: "Der Server signiert",
  dkimOn: "Hier signieren",
  dkimSelector: "DKIM-Selektor",
  dkimSelectorHint: "Teil des Namens des DNS-Eintrags. Ändere ihn nur, wenn der Name vergeben ist.",
  dkimRecord: "DKIM ist an. Empfänger suchen diesen TXT-Eintrag:",
  dkimCopyName: "Namen des Eintrags kopieren",
  dkimCopyValue: "Wert des Eintrags kopieren",
  serviceAccount: "Dienstkonto",
  serviceAccountHint:
    "Die JSON-Datei, die Firebase unter Projekteinstellungen, Dienstkonten ausgibt. Füge sie ganz ein.",
  rate: "Aufrufe pro Sekunde, höchstens",
  rateHint:
    "{provider, select, resend {Leer: 5, wie Resend es erlaubt.} twilio {Leer: 1 bei einer langen Nummer in Nordamerika, sonst keine Grenze.} other {Leer: keine Grenze.}} Alle Worker halten sie gemeinsam ein.",
  host: "Server",
  port: "Port",
  portHint: "Meist 587 mit STARTTLS, 465 mit TLS.",
  security: "Verschlüsselung",
  securityStarttls: "STARTTLS, verpflichtend",
  securityTls: "TLS von Anfang an",
  securityNone: "Keine: Unterwegs kann jeder mitlesen",
  user: "Benutzer",
  userHint: "Leer, wenn der Server keinen verlangt.",
  password: "Passwort",
  accountSid: "Account-SID",
  authToken: "Auth-Token",
  smsFrom: "Absender",
  smsFromHint: "Eine Nummer mit Landesvorwahl, ein Name oder die Id eines Messaging Service (MG…).",
  subject: "Kontakt",
  subjectHint:
    "Hierhin schreiben Push-Dienste, wenn etwas nicht stimmt: eine Adresse mit mailto: oder https://.",
  pushKeys:
    "Die Schlüssel entstehen beim Hinzufügen. Browser melden sich bei diesem Konto an: Wird es entfernt, erlauben Personen die Benachrichtigungen noch einmal.",
  url: "Adresse",
  urlHint:
    "Freiwillig: für Personen ohne eigene Webhook-Adresse. Eine Adresse von Slack bekommt Nachrichten in der Form von Slack. Sie bleibt geheim, denn wer sie kennt, kann dort schreiben.",
  secretOnce:
    "Anfragen werden mit diesem Geheimnis signiert. Kopiere es jetzt: Es wird nur dieses eine Mal gezeigt. Ein Chat wie Slack braucht es nicht.",
  secretCopy: "Geheimnis kopieren",
  secretCopied: "Ich habe es kopiert",
  actionsOf: "Aktionen für {name}",
  edit: "Bearbeiten",
  test: "Test senden",
  testOf: "Test senden über {name}",
  renew: "Signaturgeheimnis erneuern",
  moveUp: "Nach oben",
  moveDown: "Nach unten",
  turnOn: "Anschalten",
  turnOff: "Ausschalten",
  remove: "Entfernen …",
  movedUp: "„{name}“ ist nach oben gerückt.",
  movedDown: "„{name}“ ist nach unten gerückt.",
  turnedOn: "„{name}“ ist an.",
  turnedOff: "„{name}“ ist aus. Nichts geht mehr darüber hinaus.",
  removeTitle: "„{name}“ entfernen",
  removeVerb: "Konto entfernen",
  removeText:
    "Sein Geheimnis wird gelöscht und lässt sich nicht zurückholen. Was gesendet wurde, bleibt, wie es ist.",
  removeUsed:
    "Es ist das jetzt benutzte: Nachrichten nehmen das nächste Konto, das an ist. Gibt es keines, werden sie zurückgehalten.",
  renewTitle: "Signaturgeheimnis von „{name}“ erneuern",
  renewVerb: "Geheimnis erneuern",
  renewText:
    "Von der nächsten Nachricht an werden Anfragen mit einem neuen Geheimnis signiert. Ein Empfänger, der das alte prüft, lehnt sie ab, bis er das neue kennt.",
  testTitle: "Test über „{name}“ senden",
  testLead:
    "{provider, select, webhook {Eine signierte Anfrage geht jetzt hinaus, auch wenn das Konto aus ist.} web_push {Eine Benachrichtigung geht jetzt an diesen Browser hinaus, auch wenn das Konto aus ist.} other {Eine Nachricht geht jetzt hinaus, auch wenn das Konto aus ist. Höchstens zehn Tests in zehn Minuten.}}",
  testSandbox:
    "Ein Test-Arbeitsbereich erreicht niemanden, darum geht von hier kein Test hinaus. Füge das Konto in einem Live-Arbeitsbereich hinzu und teste es dort.",
  testTo_email: "An",
  testTo_sms: "An die Nummer",
  testTo_push: "An die App mit diesem Registrierungs-Token",
  testTo_webhook: "An die Adresse",
  publicKey: "Öffentlicher Schlüssel für Browser: {key}",
  publicKeyCopy: "Öffentlichen Schlüssel kopieren",
  testSend: "Test senden",
  testAccepted: "Nach {ms, number} ms angenommen. Dortige Id:",
  testRefused:
    "{retry, select, yes {Nach {ms, number} ms nicht angenommen. Später kann dieselbe Nachricht durchgehen. Zurück kam:} other {Nach {ms, number} ms endgültig abgelehnt. Der Anbieter sagte:}}",
} as const satisfies Same<typeof en>;
