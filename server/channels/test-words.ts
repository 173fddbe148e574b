import { languageOf } from "@/core/sentence/locale";

/** The words of a test, in the language of the operator who asked for it. */
export const testWords = (locale: string, workspace: string) =>
  languageOf(locale) === "de"
    ? {
        subject: `Testnachricht von ${workspace}`,
        body: `Der Versand aus ${workspace} funktioniert: Diese Nachricht hat auf demselben Weg zu dir gefunden wie alle anderen.`,
        footer: "Jemand hat sie in den Einstellungen von Followthrough angefordert.",
      }
    : {
        subject: `Test message from ${workspace}`,
        body: `Sending from ${workspace} works: this message came the way all others do.`,
        footer: "Somebody asked for it in the settings of Followthrough.",
      };
