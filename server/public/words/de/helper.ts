import type { HelperWords } from "../types/helper";

export const helper: HelperWords = {
  more: "Was Sie tun können",
  label: {
    acknowledge: "Annehmen",
    take_over: "Übernehmen",
    hand_over: "Weitergeben",
    need_help: "Ich brauche Hilfe",
    snooze: "Zurückstellen",
    unsnooze: "Jetzt weitermachen",
    resolve: "Erledigt",
  },
  hint: {
    acknowledge: "Dann liegt es bei Ihnen, und niemand sonst wird gerufen.",
    take_over: (has) =>
      has === null
        ? "Dann liegt es bei Ihnen, und niemand sonst wird gerufen."
        : `Dann liegt es bei Ihnen und nicht mehr bei ${has}.`,
    hand_over: "Wer es bekommt, erfährt es sofort und soll es annehmen.",
    need_help: (names) => `Jetzt dazugeholt: ${names}.`,
    snooze: "Bis dahin wird dazu nichts gesendet.",
    unsnooze: "Es geht jetzt weiter statt erst dann.",
    resolve: "Schließt den Vorgang ab; alle, die davon wussten, erfahren es.",
  },
  handTo: "Wer soll es übernehmen?",
  people: "Personen",
  teams: "Teams",
  choose: "Bitte wählen",
  chooseWho: "Wählen Sie eine Person oder ein Team.",
  handOver: "Weitergeben",
  note: "Notiz (nicht nötig)",
  putOff: "Bis wann?",
  has: (name, at) => `Liegt bei ${name} seit ${at}.`,
  youHave: (at) => `Liegt bei Ihnen seit ${at}.`,
  told: (names, at) => `${names}: benachrichtigt am ${at}.`,
  nobodyYet: "Noch hat es niemand angenommen.",
  tookOver: (at) => `Sie haben das übernommen: ${at}.`,
  handedOver: (to, at) => `Sie haben das an ${to} weitergegeben: ${at}.`,
  handedTold: (to) =>
    `${to}: wird jetzt benachrichtigt. Der Vorgang wartet, bis ihn jemand annimmt.`,
  askedForHelp: (at) => `Sie haben um Hilfe gebeten: ${at}.`,
  came: (level, names) => `Stufe ${level} ist jetzt dabei: ${names}.`,
  nobodyCame: "Darüber ist niemand, der nicht schon davon weiß.",
  resolved: (at) => `Sie haben das erledigt: ${at}.`,
  goesOn: (at) => `Es geht weiter seit ${at}.`,
  unlessTaken: (names, by) => `Wenn es bis ${by} niemand annimmt, geht es an ${names}.`,
  unlessResolved: (names, by) => `Wenn es bis ${by} nicht erledigt ist, geht es an ${names}.`,
  undo: "Rückgängig machen",
  undone: "Rückgängig gemacht. Der Vorgang steht wieder wie vorher.",
  undoLate: "Dafür war es zu spät.",
  unchanged: "Es wurde nichts geändert.",
};
