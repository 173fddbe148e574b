import type { Role } from "@/core/operator/role";
import { languageOf } from "@/core/sentence/locale";
import type { Letter } from "./system-mail";

const ROLE_DE: Record<Role, string> = {
  viewer: "Betrachter",
  responder: "Bearbeiter",
  editor: "Gestalter",
  admin: "Administrator",
  owner: "Inhaber",
};

/** The letter with the link for a new password. */
export function passwordLetter(to: string, url: string, locale: string): Letter {
  if (languageOf(locale) === "de") {
    return {
      to,
      lang: "de",
      subject: "Neues Passwort für Followthrough",
      paragraphs: [
        "Hallo,",
        `für das Konto ${to} wurde ein neues Passwort angefordert. Der Link gilt eine Stunde und nur einmal. Wenn du ihn benutzt, endet jede Anmeldung dieses Kontos.`,
      ],
      button: { label: "Neues Passwort wählen", url },
      footer:
        "Du hast das nicht angefordert? Dann ist nichts zu tun: Ohne den Link bleibt dein Passwort, wie es ist.",
    };
  }
  return {
    to,
    lang: "en",
    subject: "A new password for Followthrough",
    paragraphs: [
      "Hello,",
      `A new password was asked for the account ${to}. The link works once, within an hour. Using it ends every session of this account.`,
    ],
    button: { label: "Choose a new password", url },
    footer:
      "You did not ask for this? Then there is nothing to do: without the link your password stays as it is.",
  };
}

/** The letter that asks somebody to join a workspace. */
export function invitationLetter(
  to: string,
  url: string,
  locale: string,
  about: { workspace: string; role: Role; invitedBy: string },
): Letter {
  const { workspace, role, invitedBy } = about;
  if (languageOf(locale) === "de") {
    return {
      to,
      lang: "de",
      subject: `${invitedBy} lädt dich in „${workspace}“ ein`,
      paragraphs: [
        "Hallo,",
        `${invitedBy} lädt dich in den Arbeitsbereich „${workspace}“ auf Followthrough ein (Rolle: ${ROLE_DE[role]}). Der Link gilt sieben Tage und nur einmal.`,
      ],
      button: { label: "Einladung ansehen", url },
      footer: `Du kennst ${invitedBy} nicht? Dann ist nichts zu tun: Ohne den Link passiert nichts.`,
    };
  }
  return {
    to,
    lang: "en",
    subject: `${invitedBy} invites you to “${workspace}”`,
    paragraphs: [
      "Hello,",
      `${invitedBy} invites you to the workspace “${workspace}” on Followthrough (role: ${role}). The link works once, within seven days.`,
    ],
    button: { label: "See the invitation", url },
    footer: `You do not know ${invitedBy}? Then there is nothing to do: without the link nothing happens.`,
  };
}
