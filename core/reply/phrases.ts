import { DAY_WORDS } from "./named-day";

/**
 * Grammars of short answers, read whole on a plain line (`plainLine`). What is negated, asked or
 * hedged stands in none of them, so it is not understood rather than misunderstood.
 */
const LEAD =
  "(?:(?:hi|hello|hey|hallo|moin|ok|okay|yes|yep|yeah|ja|jo|jap|sure|klar|sorry|great|super|thanks|thank you|danke|done|fyi)(?:[\\s,.!:;-]+)){0,3}";
const TAIL =
  "(?:[\\s,.!;:-]+(?:thanks(?: a lot| so much| again)?|thank you(?: very much)?|thx|ty|cheers|sorry|danke(?: schoen| sehr| dir| ihnen)?|vielen dank|besten dank|lg|vg|mfg|gruss|gruesse|viele gruesse|liebe gruesse|best|regards|best regards)){0,2}[\\s.!;:,)(-]*";

const whole = (...phrases: readonly string[]): RegExp =>
  new RegExp(`^${LEAD}(?:${phrases.join("|")})${TAIL}$`);

const EN_WHEN_PAST =
  "(?: (?:already|today|yesterday|just now|this morning|last (?:week|night|month|monday|tuesday|wednesday|thursday|friday)|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)))?";
const DE_ADVERB =
  "(?:(?:ja|doch|schon|bereits|laengst|gerade|eben|jetzt|soeben|gestern|vorgestern|heute|heute (?:frueh|morgen)|letzte woche) ){0,3}";
const EN_ADVERB = "(?:(?:already|just|now|actually) ){0,2}";

export const DONE = whole(
  `${EN_ADVERB}(?:all )?(?:done|complete|completed|finished|sorted|sorted out|taken care of|handled|dealt with)(?: (?:it|that|this))?${EN_WHEN_PAST}`,
  `(?:it is|it's|its|this is|that is|that's|everything is|everything's|is|it has been|has been|was) ${EN_ADVERB}(?:all )?(?:done|complete|completed|finished|sorted|sorted out|taken care of|handled|dealt with)${EN_WHEN_PAST}`,
  `(?:i|we)(?: have|'ve)? ${EN_ADVERB}(?:done|completed|finished|sorted|handled)(?: (?:it|that|this|everything))?(?: out)?${EN_WHEN_PAST}`,
  `(?:i )?${EN_ADVERB}did (?:it|that|this)${EN_WHEN_PAST}`,
  `(?:i|we) have ${EN_ADVERB}done so${EN_WHEN_PAST}`,
  `(?:alles )?${DE_ADVERB}(?:erledigt|gemacht|abgeschlossen|fertig|geschehen|passiert)`,
  `(?:ist|sind|wurde|hat sich) ${DE_ADVERB}(?:alles )?(?:erledigt|gemacht|abgeschlossen|fertig|geschehen|passiert)`,
  `(?:das|es|alles|die sache) (?:ist|wurde|hat sich|habe ich|hab ich|haben wir) ${DE_ADVERB}(?:alles )?(?:erledigt|gemacht|abgeschlossen|fertig)`,
  `(?:habe?|haben) (?:ich|wir) ${DE_ADVERB}(?:alles )?(?:erledigt|gemacht|abgeschlossen)`,
  `(?:ich habe?|wir haben)(?: (?:das|es|alles))? ${DE_ADVERB}(?:alles )?(?:erledigt|gemacht|abgeschlossen)`,
  "(?:habe?|haben) (?:ich|wir) (?:doch )?(?:schon|bereits|laengst)(?: gestern| laengst)?",
);

export const PAID = whole(
  `(?:i|we)?(?: ?have|'ve)? ?${EN_ADVERB}paid(?: (?:it|that|this|in full|the (?:invoice|bill|amount)))?(?: in full)?${EN_WHEN_PAST}`,
  `(?:it is|it's|its|this is|that is|that's|is|it has been|has been|was|it was|this has been) ${EN_ADVERB}paid(?: in full)?${EN_WHEN_PAST}`,
  `(?:the |this |that |my |your )?(?:invoice|bill|amount|it) (?:is|was|has been|has) ${EN_ADVERB}(?:been )?${EN_ADVERB}(?:paid|settled|transferred)(?: in full)?${EN_WHEN_PAST}`,
  `(?:the )?(?:payment|money|transfer) (?:(?:is|was|has been|has) ${EN_ADVERB}(?:been )?)?(?:made|sent|done|transferred|complete|completed)${EN_WHEN_PAST}`,
  `(?:i|we) (?:have )?${EN_ADVERB}(?:transferred|sent|made) (?:it|the (?:money|payment|amount)|payment)${EN_WHEN_PAST}`,
  `(?:alles )?${DE_ADVERB}(?:be)?(?:zahlt|glichen)`,
  `(?:alles )?${DE_ADVERB}ue?berwiesen`,
  `(?:ist|wurde|sind|wurden) ${DE_ADVERB}(?:alles )?(?:bezahlt|beglichen|ue?berwiesen)`,
  `(?:das|es|sie|die rechnung|rechnung|der betrag|betrag|das geld|geld|alles) (?:ist|wurde|habe? ich|haben wir) ${DE_ADVERB}(?:bezahlt|beglichen|ue?berwiesen|angewiesen|raus)`,
  `(?:die )?(?:zahlung|ueberweisung) (?:ist|wurde) ${DE_ADVERB}(?:erfolgt|raus|gemacht|angewiesen|veranlasst|getaetigt)`,
  `(?:habe?|haben) (?:ich|wir) ${DE_ADVERB}(?:bezahlt|beglichen|ue?berwiesen)`,
  `(?:ich habe?|wir haben)(?: (?:das|es|sie|alles|die rechnung|den betrag|das geld))? ${DE_ADVERB}(?:bezahlt|beglichen|ue?berwiesen)`,
);

export const NOT_ME = whole(
  "(?:it's |its |it is |this is |that's |that is )?not (?:me|mine|for me|my (?:invoice|bill|account|task|job|order))",
  "(?:i'm|i am) not (?:the right person|the right contact|responsible(?: for (?:this|that|it))?|in charge(?: of (?:this|that|it))?|who you think i am)",
  "(?:you (?:have|'ve|got|have got|'ve got)(?: got)? (?:the )?|you are texting the |this is (?:the |a )?|that's (?:the |a )?|it's (?:the |a )?)?wrong (?:person|number|address|email|contact|recipient|guy|man|woman)",
  "(?:i )?(?:don't|do not|no longer) work (?:here|there|for them|for that company|at this company)(?: any ?more)?",
  "(?:this )?(?:doesn't|does not) concern me",
  "(?:das )?bin ich (?:gar )?nicht|(?:ich bin (?:das|es) nicht)|(?:das )?ist nicht (?:fuer mich|meine (?:rechnung|aufgabe|sache)|mein (?:konto|fall))|nicht (?:fuer mich|ich|meine (?:rechnung|aufgabe|sache))",
  "(?:sie haben |du hast |ihr habt |das ist )?(?:die |der |den |eine |hier )?falsche[rn]? (?:person|nummer|adresse|empfaenger|ansprechpartner|kontakt|mail|e-mail|email)",
  "(?:das )?(?:betrifft|geht) mich nicht(?: an)?|(?:ich bin )?(?:dafuer |hierfuer )?nicht (?:mehr )?zustaendig(?: dafuer)?|(?:dafuer |da )?bin ich nicht (?:mehr )?zustaendig|ich bin (?:dafuer )?nicht (?:der|die) richtige(?: ansprechpartner(?:in)?| person)?",
  "(?:ich )?arbeite (?:da|dort|hier) nicht mehr",
);

const EN_PROMISE =
  "(?:(?:i|we)(?: will|'ll| can| am going to| are going to)? |will |'ll |can )?(?:do|pay|finish|complete|send|submit|handle|transfer|get)(?: it| this| that| you)?(?: the (?:invoice|bill|money))?(?: done| paid| finished)? ";
const EN_PASSIVE =
  "(?:(?:it|this|that) )?(?:will |'ll |it'll |should )?(?:be )?(?:done|paid|finished|ready|there|completed) ";
const DE_PROMISE =
  "(?:(?:ich|wir) )?(?:mache?n?|erledigen?|erledige|(?:be)?zahlen?|ueberweisen?|schicken?|senden?|schaffen?|kuemmere mich|werde|kann|werden|koennen)(?: ich| wir)?(?: es| das| dies| die rechnung| drum| darum| mich drum| mich darum| den betrag)? (?:erst |dann |noch )?";
const DE_PASSIVE = "(?:(?:es|das|die rechnung|rechnung) )?(?:wird|ist|kommt) (?:dann |erst )?";
const EN_BY = "(?:(?:latest |at the latest )?(?:by|until|till|til|on|before) (?:latest )?|latest )";
const DE_BY = "(?:(?:spaetestens )?(?:bis|am|ab|zum|im)(?: spaetestens)?(?: zum)? |spaetestens )";
const DAY = `(${DAY_WORDS})`;
const DE_VERB =
  " (?:erledigen|machen|(?:be)?zahlen|ueberweisen|erledigt|gemacht|bezahlt|ueberwiesen|fertig|schicken|da|darum kuemmern)";

/** A promise with a day. The words that name it are the only group that is found. */
export const PROMISES: readonly RegExp[] = [
  whole(`(?:${EN_PROMISE}|${EN_PASSIVE})?${EN_BY}${DAY}(?: at the latest| latest)?`),
  whole(`${EN_PROMISE}${DAY}`),
  whole(`(?:${DE_PROMISE}|${DE_PASSIVE})?${DE_BY}${DAY}(?:${DE_VERB})?`),
  whole(`${DE_PROMISE}${DAY}(?:${DE_VERB})?`),
];
/** A day and nothing else. */
export const BARE_DAY = whole(DAY);
/** Not everything that can name a day does so alone: “so”, “5.” and “10/10” may be anything. */
export const STANDS_ALONE = /[a-z]{3}|\d{4}|\d\.\d{1,2}\.$/;
