import type { StaleWords } from "../types/stale";

const by = (name: string | null) => (name === null ? "" : ` von ${name}`);
const on = (at: string | null) => (at === null ? "" : ` am ${at}`);

export const stale: StaleWords = {
  title: {
    resolved: "Schon erledigt",
    expired: "Das ist vorbei",
    canceled: "Nicht mehr nötig",
    acknowledged: "Jemand kümmert sich darum",
    escalated: "Weitergegeben",
    refused: "Das geht nicht",
  },
  closed: {
    resolved: (name, at) => `Erledigt${by(name)}${on(at)}.`,
    expired: (_name, at) => `Zu Ende gegangen, ohne erledigt zu sein${on(at)}.`,
    canceled: (name, at) => `Abgebrochen${by(name)}${on(at)}.`,
  },
  acknowledged: (name, at) => `Schon angenommen von ${name} am ${at}.`,
  escalated: (level, to, at) =>
    to === null
      ? `Schon auf Stufe ${level}${at === null ? "" : ` seit ${at}`}.`
      : `Schon auf Stufe ${level}. Dazugeholt${on(at)}: ${to}.`,
  refused: {
    no_escalation: "Es gibt keine weitere Stufe.",
    nobody_there: "Dort ist gerade niemand erreichbar.",
  },
  unchanged: "Es wurde nichts geändert; für Sie gibt es nichts mehr zu tun.",
  you: "Ihnen",
  bySystem: (sender) => `${sender} (System)`,
};
