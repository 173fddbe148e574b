import type { messages as en } from "../en/messages";
import type { Same } from "../same";

export const messages = {
  what: "Nachrichten",
  safe: "Nur diese Ansicht ist betroffen: Fälle laufen weiter, und Nachrichten gehen hinaus.",
  noun: "Nachrichten",
  caption: "Nachrichten",
  message: "Nachricht",
  person: "Person",
  channel: "Kanal",
  case: "Fall",
  outcome: "Ausgang",
  workflow: "Workflow",
  stage: "Phase",
  reason: "Grund",
  address: "Adresse",
  search: "Filtern, z. B. outcome:held case:C-1042",
  viewAll: "Alle",
  viewAttention: "Zu prüfen",
  viewHeld: "Zurückgehalten",
  viewNotSent: "Nicht gesendet",
  viewDay: "Letzte 24 Std.",
  without: "{n, plural, one {# Nachricht} other {# Nachrichten}} ohne die Filter.",
  channelName:
    "{channel, select, email {E-Mail} sms {SMS} push {Push} in_app {In-App} webhook {Webhook} other {{channel}}}",
  outbox:
    "Der Ausgangskorb dieses Testbereichs: Jeder Kanal endet hier, so dargestellt, wie es ankäme.",
  empty: "Noch keine Nachrichten.",
  emptyBody:
    "Eine Nachricht erscheint, sobald ein Fall sie plant, mit allem, was ihr geschieht, bis sie gesendet, zurückgehalten oder ausgelassen ist, und warum.",
  firstEvent: "Das erste Ereignis senden",
  notFound: "Keine solche Nachricht",
  notFoundTitle: "Hier gibt es keine Nachricht mit dieser Kennung.",
  notFoundBody:
    "Vielleicht ist die Kennung aus einem anderen Arbeitsbereich oder vertippt, oder die Aufbewahrungsfrist der Nachricht war um und sie wurde gelöscht. Suche sie in der Liste der Nachrichten oder auf der Seite ihres Falls.",
  toPerson: "an <link>{name}</link>",
  rendered: "Dargestellte Nachricht",
  became: "Was aus ihr wurde",
  history: "Verlauf",
  attempts: "{n, plural, one {# Versuch} other {# Versuche}}",
  evidence: "Belege",
  planned: "Geplant",
  decided: "Entschieden",
  try: "{end, select, taken {An {provider} übergeben} refused {Von {provider} abgelehnt} lost {An {provider} gegeben, ohne zu erfahren, ob sie angenommen wurde} other {Unterwegs zu {provider}}}",
  tryNameless:
    "{end, select, taken {Übergeben} refused {Von einem Konto abgelehnt, das es nicht mehr gibt} lost {An ein Konto gegeben, das es nicht mehr gibt, ohne zu erfahren, ob sie angenommen wurde} other {Unterwegs}}",
  event:
    "{type, select, delivered {Zugestellt} delayed {Verzögert: Der Anbieter versucht es weiter} bounced {Zurückgekommen} failed {Nicht zugestellt} complained {Als unerwünscht gemeldet} opened {Geöffnet} clicked {Geklickt} replied {Beantwortet} unsubscribed {Abgemeldet} viewed {Im Browser angesehen} other {{type}}}{by, select, human { von einem Menschen} proxy { von einem Mail-Proxy, der nicht als Mensch zählt} scanner { von einem Scanner, der nicht als Mensch zählt} unknown { von wem, ist nicht bekannt} other {}}",
  notRendered: "Es wurde nichts dargestellt.",
  notRenderedBody:
    "Eine Nachricht wird in dem Moment dargestellt, in dem sie übergeben wird. So weit ist diese nicht gekommen.",
  preview: "Vorschau",
  view: "{view, select, light {Hell} dark {Dunkel} text {Nur Text} headers {Kopfzeilen} other {{view}}}",
  frame: "E-Mail „{subject}“: {view}",
} as const satisfies Same<typeof en>;
