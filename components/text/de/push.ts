import type { push as en } from "../en/push";
import type { Same } from "../same";

export const push = {
  allow: "Benachrichtigungen in diesem Browser erlauben",
  useThis: "Diesen Browser verwenden",
  done: "Dieser Browser kann jetzt Nachrichten anzeigen.",
  unsupported: "Dieser Browser kann keine Push-Nachrichten anzeigen.",
  homeScreen:
    "Auf iPhone und iPad muss diese Seite für Push-Nachrichten auf dem Home-Bildschirm liegen: Teile sie, wähle „Zum Home-Bildschirm“ und öffne sie von dort.",
  insecure: "Push-Nachrichten brauchen eine Seite, die über https ausgeliefert wird.",
  denied:
    "Benachrichtigungen sind für diese Seite abgelehnt. Erlaube sie in den Einstellungen des Browsers für diese Website und lade die Seite dann neu.",
  dismissed:
    "Der Browser hat gefragt und keine Antwort bekommen. Drücke noch einmal, um wieder gefragt zu werden.",
  service:
    "Der Browser hat seinen Push-Dienst nicht erreicht. Private Fenster haben keinen; sonst versuche es gleich noch einmal.",
  browserAt: "Browser ({service}, …{end})",
  token: "Registrierungs-Token der App",
  tokenHint: "Was Firebase der App auf dem Telefon gibt.",
  tokenMeans:
    "Push-Nachrichten an diese Person zeigt dann diese App, über Firebase Cloud Messaging.",
  webhook: "Webhook-Adresse",
  webhookHint: "Beginnt mit https://. Auch der eingehende Webhook eines Slack-Kanals geht.",
  webhookMeans:
    "Nachrichten an diese Person auf dem Webhook-Kanal gehen als signiertes JSON dorthin, oder in Slacks eigener Form.",
  addMeans: "Push-Nachrichten an diese Person zeigt der Browser an, den du gerade benutzt.",
} as const satisfies Same<typeof en>;
