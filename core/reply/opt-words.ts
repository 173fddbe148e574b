/** Longer texts are letters: whoever wants to stop says so in fewer words. */
const OPT_CHARS_MAX = 320;

const TRIM = /^[\s.,!;:'"()*_-]+|[\s.,!;:'"()*_-]+$/g;

/** What carriers and the FCC (47 CFR 64.1200(a)(10)) take as a stop when it is all that is said. */
const STOP_WORDS: ReadonlySet<string> = new Set([
  "stop",
  "stopall",
  "stop all",
  "stopp",
  "unsubscribe",
  "unsubscribe me",
  "opt out",
  "opt-out",
  "optout",
  "abmelden",
  "abbestellen",
  "austragen",
  "abmeldung",
  "remove me",
  "stop it",
  "stop now",
  "stop this",
  "bitte stop",
  "bitte stopp",
  "please stop",
  "stop please",
  "stopp bitte",
  "stop bitte",
  "stop thanks",
  "stop texting",
  "nerv nicht",
]);
/** Words that end an SMS subscription, and in an email may be about anything. */
const STOP_WORDS_SMS: ReadonlySet<string> = new Set([
  "cancel",
  "end",
  "quit",
  "revoke",
  "revoke consent",
  "widerruf",
  "widerrufen",
  "ende",
  "beenden",
]);
const START_WORDS: ReadonlySet<string> = new Set([
  "start",
  "unstop",
  "subscribe",
  "anmelden",
  "opt in",
  "opt-in",
]);
const YES_WORDS: ReadonlySet<string> = new Set(["yes", "ja"]);
const HELP_WORDS: ReadonlySet<string> = new Set([
  "help",
  "info",
  "hilfe",
  "help me",
  "hilf mir",
  "who is this",
  "who are you",
  "who is that",
  "wer ist das",
  "wer bist du",
  "wer sind sie",
  "wer ist da",
]);

const EN_MEDIA =
  "(?:texts?|text messages|messages?|sms|emails?|e-mails?|mails?|reminders?|notifications?)";
const DE_MEDIA =
  "(?:sms|nachrichten?|mails?|e-mails?|emails?|erinnerungen|benachrichtigungen|texte)";
const ASKS = [
  "\\bstop (?:sending|texting|messaging|contacting|e-?mailing|mailing|calling|writing|bothering|spamming)\\b",
  `\\bstop (?:all |these |the |those |your |with the )?${EN_MEDIA}\\b`,
  "\\b(?:unsubscribe|remove|delete) (?:me|my (?:number|address|email))\\b",
  "\\b(?:take|get) (?:me|my number|my address) off\\b",
  "\\bopt(?:ing)? (?:me )?out\\b",
  "\\bi (?:want to|would like to|wish to|'d like to) (?:unsubscribe|opt out|revoke|stop (?:getting|receiving))\\b",
  "\\bi (?:hereby )?(?:revoke|withdraw) (?:my )?consent\\b",
  `\\bno more ${EN_MEDIA}\\b`,
  `\\b(?:don't|do not|never) (?:text|message|contact|e-?mail|write|call)(?: to)? (?:me|this number|us)\\b`,
  `\\b(?:don't|do not) (?:send|want|wish)(?: me| to get| to receive)? (?:any )?(?:more |further )?(?:of these |your )?${EN_MEDIA}\\b`,
  "\\bleave me alone\\b",
  `\\bkeine (?:weiteren |weitere )?${DE_MEDIA} mehr\\b`,
  `\\b(?:bitte )?keine weiteren ${DE_MEDIA}\\b`,
  `\\b(?:schreib|schreibt|schreiben sie|schick|schickt|schicken sie|sende|senden sie) (?:mir |uns )?(?:bitte )?(?:nicht mehr|nichts mehr|keine ${DE_MEDIA} mehr)`,
  "\\bnicht mehr (?:schreiben|anschreiben|kontaktieren|anrufen|simsen)\\b",
  "\\b(?:ruft|rufen sie|schreibt|schreiben sie) (?:mich |uns )?(?:bitte )?nicht mehr an\\b",
  "\\b(?:mich|meine nummer|meine adresse) (?:bitte )?(?:abmelden|austragen|loeschen|entfernen|von der liste)\\b",
  "\\b(?:melde|trag|tragen sie|melden sie) mich (?:bitte )?(?:ab|aus)\\b",
  `\\b${DE_MEDIA} (?:bitte )?(?:abbestellen|abmelden|stoppen|einstellen)\\b`,
  "\\b(?:widerrufe|widerspreche) (?:hiermit )?(?:meine[rn]?|der|dem|die|allen)? ?(?:einwilligung|zustimmung|zusendung|nutzung|verarbeitung|empfang|weiteren)\\b",
  "\\blass(?:t|en sie)? mich in ruhe\\b",
].map((source) => new RegExp(source));
/** In an email, a pause is no end. */
const FOR_A_WHILE = /\b(?:until|till|bis|for now|vorerst|erst mal)\b/;
/** The opposite of a wish to stop, or the wish to start with. */
const KEEPS =
  /\b(?:don't|do not|dont|never|not|nicht) (?:stop|unsubscribe|remove|delete|abmelden|opt)|\bstopp?e? nicht\b/;
const PLAIN_STOP =
  /^(?:[a-z']+ ){0,3}(?:please |bitte |just |now )stopp?$|^stopp? (?:please|bitte|now|immediately|jetzt|sofort|endlich)\b|^stopp? (?:it|this|that|damit|das)(?: (?:please|bitte|now|jetzt|already|endlich|sofort))?$/;

/**
 * Whether a plain text (`plainText`) asks for something about the messages themselves. Stopping is
 * understood in a sentence too: a right is not lost because it was put politely.
 */
export function optWord(
  plain: string,
  channel: "email" | "sms",
  options: { stopped?: boolean } = {},
): "stop" | "start" | "help" | null {
  if (plain.length > OPT_CHARS_MAX) return null;
  const asked = plain.replaceAll("\n", " ").replace(/ {2,}/g, " ").trim();
  const said = asked.replace(TRIM, "");
  if (HELP_WORDS.has(said.replace(/\s?\?+$/, ""))) return "help";
  if (
    asked.endsWith("?") &&
    !/\bplease|bitte|^(?:can|could|would|will|koennen|koennt|kannst|wuerden)\b/.test(said)
  )
    return null;
  if (channel === "email" && FOR_A_WHILE.test(said)) return null;
  if (STOP_WORDS.has(said)) return "stop";
  if (channel === "sms" && STOP_WORDS_SMS.has(said)) return "stop";
  if (!KEEPS.test(said) && (PLAIN_STOP.test(said) || ASKS.some((ask) => ask.test(said))))
    return "stop";
  if (channel === "email") return null;
  if (START_WORDS.has(said) || (options.stopped === true && YES_WORDS.has(said))) return "start";
  return null;
}
