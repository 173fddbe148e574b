import type { ReplyCode } from "../../codes";

export const replies = {
  "reply.unclear": `{hasBy, select, yes {The answer of {by}} other {An answer}} goes to a person: nothing in it was understood for sure.`,
  "reply.other": `Somebody else answered{hasFrom, select, yes {: {from}} other {}}. It goes to a person and counts as nobody's answer.`,
  "reply.action": `{hasBy, select, yes {{by} answered} other {Somebody answered}} in words; it counts as {hasAction, select, yes {“{action}”} other {a button}}.`,
  "reply.promised": `{hasBy, select, yes {{by} promised it} other {It was promised}}{hasUntil, select, yes { for {until}} other {}}; until then nothing is sent.`,
  "reply.not_me": `{hasBy, select, yes {{by} wrote} other {Somebody wrote}} that this is not for them. A person decides who it is for.`,
  "reply.of_several": `{hasBy, select, yes {{by} answered} other {Somebody answered}} a message about several matters. A person decides which is meant.`,
  "reply.stopped": `{hasBy, select, yes {{by}} other {Somebody}} asked for no more messages by {channel}{hasTopic, select, yes { about {topic}} other {}}; none is sent from now on.`,
  "reply.stop_required": `{hasBy, select, yes {{by}} other {Somebody}} asked for no more messages{hasTopic, select, yes {, but {topic} is required} other {, but their topic is required}}. It goes to a person.`,
  "reply.started": `{hasBy, select, yes {{by}} other {Somebody}} asked for messages by {channel} again.`,
  "reply.help": `{hasBy, select, yes {{by}} other {Somebody}} asked by {channel} who is writing.`,
  "reply.late": `{hasBy, select, yes {{by} answered} other {An answer came}} after the case was closed; nothing changed.`,
  "reply.away": `{hasBy, select, yes {{by} is away} other {An absence notice came}}{hasUntil, select, yes {, until {until}} other {}}.`,
  "reply.automatic": `A machine answered{hasBy, select, yes { for {by}} other {}}; it counts for nothing.`,
} as const satisfies Record<ReplyCode, string>;
