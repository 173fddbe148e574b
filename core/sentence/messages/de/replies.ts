import type { ReplyCode } from "../../codes";

export const replies = {
  "reply.unclear": `{hasBy, select, yes {Die Antwort von {by}} other {Eine Antwort}} geht an einen Menschen: Nichts darin wurde sicher verstanden.`,
  "reply.other": `Jemand anders hat geantwortet{hasFrom, select, yes {: {from}} other {}}. Das geht an einen Menschen und zählt für niemanden als Antwort.`,
  "reply.action": `{hasBy, select, yes {{by} hat} other {Jemand hat}} in Worten geantwortet; das zählt als {hasAction, select, yes {„{action}“} other {Schaltfläche}}.`,
  "reply.promised": `{hasBy, select, yes {{by} hat es zugesagt} other {Es wurde zugesagt}}{hasUntil, select, yes { für {until}} other {}}; bis dahin wird nichts gesendet.`,
  "reply.not_me": `{hasBy, select, yes {{by} schreibt} other {Jemand schreibt}}, nicht gemeint zu sein. Ein Mensch entscheidet, an wen es geht.`,
  "reply.of_several": `{hasBy, select, yes {{by} hat} other {Jemand hat}} auf eine Nachricht zu mehreren Vorgängen geantwortet. Ein Mensch entscheidet, welcher gemeint ist.`,
  "reply.stopped": `{hasBy, select, yes {{by}} other {Jemand}} möchte keine Nachrichten mehr per {channel}{hasTopic, select, yes { zu {topic}} other {}}; ab jetzt wird keine gesendet.`,
  "reply.stop_required": `{hasBy, select, yes {{by}} other {Jemand}} möchte keine Nachrichten mehr{hasTopic, select, yes {, aber {topic} ist Pflicht} other {, aber das Thema ist Pflicht}}. Das geht an einen Menschen.`,
  "reply.started": `{hasBy, select, yes {{by}} other {Jemand}} möchte wieder Nachrichten per {channel}.`,
  "reply.help": `{hasBy, select, yes {{by}} other {Jemand}} hat per {channel} gefragt, wer schreibt.`,
  "reply.late": `{hasBy, select, yes {{by} hat geantwortet} other {Eine Antwort kam}}, nachdem der Fall geschlossen war; nichts wurde geändert.`,
  "reply.away": `{hasBy, select, yes {{by} ist abwesend} other {Eine Abwesenheitsnotiz kam}}{hasUntil, select, yes {, genannt wird {until}} other {}}.`,
  "reply.automatic": `Eine Maschine hat{hasBy, select, yes { für {by}} other {}} geantwortet; das zählt nicht.`,
} as const satisfies Record<ReplyCode, string>;
