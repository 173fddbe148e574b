import type { live as en } from "../en/live";
import type { Same } from "../same";

export const live = {
  live: "Live",
  connecting: "Verbindet…",
  reconnecting: "Verbindet neu…",
  polling: "Alle {n} s",
  paused: "Angehalten",
  lastUpdate: "zuletzt {time}",
  pause: "· Live-Aktualisierung anhalten",
  resume: "· Live-Aktualisierung fortsetzen",
  cases:
    "{what, select, many {Viele Fälle geändert.} created {{created, plural, one {# neuer Fall.} other {# neue Fälle.}}} updated {{updated, plural, one {# Fall geändert.} other {# Fälle geändert.}}} other {{updated, plural, one {# Fall geändert} other {# Fälle geändert}}, {created, number} neu.}}",
  messages:
    "{what, select, many {Viele Nachrichten geändert.} created {{created, plural, one {# neue Nachricht.} other {# neue Nachrichten.}}} updated {{updated, plural, one {# Nachricht geändert.} other {# Nachrichten geändert.}}} other {{updated, plural, one {# Nachricht geändert} other {# Nachrichten geändert}}, {created, number} neu.}}",
  events:
    "{what, select, many {Viele Ereignisse eingetroffen.} other {{created, plural, one {# neues Ereignis.} other {# neue Ereignisse.}}}}",
  drafts:
    "{what, select, many {Viele Entwürfe geändert.} other {{updated, plural, one {# Entwurf geändert.} other {# Entwürfe geändert.}}}}",
} as const satisfies Same<typeof en>;
