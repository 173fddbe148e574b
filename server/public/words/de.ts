import type { PublicWords } from "./words";

const by = (name: string | null) => (name === null ? "" : ` von ${name}`);
const on = (at: string | null) => (at === null ? "" : ` am ${at}`);

export const de: PublicWords = {
  problem: {
    unknown: {
      title: "Dieser Link funktioniert nicht",
      text: "Vielleicht ist er unvollständig. Öffnen Sie die Nachricht noch einmal und nehmen Sie den Link darin, oder fragen Sie, wer sie geschickt hat.",
    },
    expired: {
      title: "Dieser Link ist abgelaufen",
      text: (days) =>
        `Links in einer Nachricht gelten ${days} Tage. Es wurde nichts geändert. Bitten Sie den Absender um eine neue Nachricht.`,
    },
    busy: {
      title: "Zu viele Anfragen",
      text: "Es wurde nichts geändert. Warten Sie eine Minute und versuchen Sie es dann noch einmal.",
    },
    malformed: {
      title: "Das ist nicht vollständig angekommen",
      text: "Es wurde nichts geändert. Gehen Sie zurück und versuchen Sie es noch einmal.",
    },
    broken: {
      title: "Das hat nicht geklappt",
      text: "Der Fehler liegt bei uns, und es wurde nichts geändert. Versuchen Sie es in ein paar Minuten noch einmal.",
    },
  },
  action: {
    due: "Fällig",
    reference: "Vorgang",
    nothingYet: (sender) =>
      `Noch ist nichts geschehen. Mit dem Knopf geben Sie ${sender} Bescheid.`,
    opens: (host) => `Öffnet ${host}.`,
    sendAnswer: "Antwort senden",
    sendReply: "Antwort senden",
    replyLimit: (chars) => `Bis zu ${chars.toLocaleString("de")} Zeichen.`,
    remindThen: "Dann erinnern",
    tomorrow: "Morgen",
    nextWeek: "Nächste Woche",
    onDate: "An einem anderen Tag",
    dateHint: (time, city) => `Um ${time} Uhr, Ortszeit ${city}.`,
    chooseOne: "Wählen Sie eine der Antworten.",
    writeSomething: "Schreiben Sie zuerst ein paar Worte.",
    replyTooLong: (chars) => `Schreiben Sie höchstens ${chars.toLocaleString("de")} Zeichen.`,
    dateNeeded: (days) => `Wählen Sie einen Tag ab morgen, höchstens ${days} Tage voraus.`,
    viewMessage: "Nachricht ansehen",
    settings: "Einstellungen für Nachrichten",
  },
  result: {
    title: {
      complete: "Erledigt",
      link: "Einen Moment",
      choice: "Antwort angekommen",
      reply: "Antwort angekommen",
      snooze: "Verschoben",
      acknowledge: "Sie kümmern sich darum",
    },
    pressed: (label, at) => `Sie haben „${label}“ gedrückt: ${at}.`,
    chosen: (choice, at) => `Sie haben „${choice}“ geantwortet: ${at}.`,
    replied: (at) => `Ihre Antwort ist angekommen: ${at}.`,
    tookOn: (at) => `Sie haben das übernommen: ${at}.`,
    snoozed: (until) => `Das kommt wieder auf Sie zu: ${until}.`,
    goOn: (host) => `Weiter zu ${host}`,
    closes: "Der Vorgang ist abgeschlossen: Es kommen keine Erinnerungen mehr.",
    told: (names) => `Bescheid bekommen: ${names}.`,
    others: (n) => (n === 1 ? "1 weitere Person" : `${n} weitere Personen`),
    confirmation: "Sie bekommen eine Bestätigung.",
    hasAnswer: (sender) => `${sender} hat Ihre Antwort.`,
    staysOpen: "Der Vorgang bleibt offen, bis er erledigt ist.",
    quietUntil: "Bis dahin kommen keine Erinnerungen dazu.",
  },
  stale: {
    title: {
      resolved: "Schon erledigt",
      expired: "Das ist vorbei",
      canceled: "Nicht mehr nötig",
      acknowledged: "Jemand kümmert sich darum",
      escalated: "Weitergegeben",
    },
    closed: {
      resolved: (name, at) => `Erledigt${by(name)}${on(at)}.`,
      expired: (_name, at) => `Ohne Antwort zu Ende gegangen${on(at)}.`,
      canceled: (name, at) => `Abgebrochen${by(name)}${on(at)}.`,
    },
    acknowledged: (name, at) => `Übernommen von ${name} am ${at}.`,
    escalated: (to, at) => `Schon weitergegeben${to === null ? "" : ` an ${to}`}${on(at)}.`,
    unchanged: "Es wurde nichts geändert; für Sie gibt es nichts mehr zu tun.",
    you: "Ihnen",
    bySystem: (sender) => `${sender} (System)`,
  },
  unsubscribe: {
    title: (topic) => `E-Mails zu „${topic}“ abbestellen?`,
    lead: (address) => `E-Mails zu diesem Thema an ${address} hören sofort auf.`,
    leadPlain: "E-Mails zu diesem Thema hören sofort auf.",
    stop: "Abbestellen",
    stopAll: "Alles Freiwillige abbestellen",
    choose: "Lieber auswählen, was kommt",
    off: (topic) => `E-Mails zu „${topic}“ sind aus`,
    offText: "Das gilt ab sofort, auch für Nachrichten, die noch auf den Versand warten.",
    duty: "Was Sie wegen Ihrer Aufgabe bekommen, kommt weiterhin, etwa wenn jemand Ihre Hilfe braucht.",
    allOff: "Alles Freiwillige ist aus",
    allOffText: "Das gilt ab sofort und auf jedem Kanal.",
    stillRequired: (topics) => `Kommt weiterhin, weil es vorgeschrieben ist: ${topics}.`,
    required: (topic) => `E-Mails zu „${topic}“ lassen sich nicht abbestellen`,
    requiredText: (sender) =>
      `${sender} hat dieses Thema als vorgeschrieben markiert: Diese Nachrichten gehen an alle, die sie betreffen. Es wurde nichts geändert.`,
    noTopic: "Diese Nachricht lässt sich nicht abbestellen",
    noTopicText: (sender) =>
      `Sie gehört zu keinem Thema, das ${sender} Sie wählen lässt. Es wurde nichts geändert.`,
    contact: (address) =>
      `Wenn Sie meinen, dass Sie das nicht bekommen sollten, schreiben Sie an ${address}.`,
    oneClick: (topic) => `E-Mails zu „${topic}“ sind aus.`,
  },
  preferences: {
    title: (sender) => `Was Sie von ${sender} bekommen`,
    lead: (address) => `Nachrichten an ${address}.`,
    channel: { email: "E-Mail", sms: "SMS", push: "Push", in_app: "In der App" },
    noAddress: {
      email: "Keine Adresse hinterlegt",
      sms: "Keine Telefonnummer hinterlegt",
      push: "Kein Gerät verbunden",
      in_app: "Nicht verfügbar",
    },
    locked: (channels) => `Vorgeschrieben, lässt sich nicht abstellen. Kommt über: ${channels}.`,
    save: "Speichern",
    stopAll: "Alles Freiwillige abbestellen",
    none: "Es gibt noch nichts auszuwählen.",
    saved: "Gespeichert.",
    unchanged: "Nichts war anders, also wurde nichts geändert.",
    change: (topic, turnedOn, turnedOff) =>
      `${topic}: ${[
        ...(turnedOn.length > 0 ? [`${turnedOn.join(", ")} an`] : []),
        ...(turnedOff.length > 0 ? [`${turnedOff.join(", ")} aus`] : []),
      ].join("; ")}.`,
    reachFirst: "Wie möchten Sie zuerst erreicht werden?",
    reachHint: "Kann eine Nachricht auf mehreren Wegen kommen, wird dieser zuerst versucht.",
    noneFirst: (sender) => `Wie ${sender} es vorsieht`,
    nowFirst: (channel) =>
      channel === null ? "Kein Weg geht mehr vor." : `Zuerst erreicht über: ${channel}.`,
  },
};
