import type { ProblemSentence } from "../../problem-words";

const MEANT = `{hasMeant, select, yes { Did you mean "{meant}"?} other {}}`;

const TARGET = `{form, select,
  policy {There is no escalation policy "{key}"; nothing would happen.}
  rota {There is no rota "{key}"; nothing would happen.}
  team {There is no team "{key}".${MEANT}}
  no_rota {Team "{name}" has no rota; nothing would happen.}
  no_lead {Team "{name}" has no supervisor; nothing would happen.}
  no_members {Team "{name}" has no members; nothing would happen.}
  level {Starts over at level {level}, but there are {levels}; nothing would happen.}
  other {Team "{name}" has no people; nothing would happen.}}`;
const CHOOSE_TARGET = `{form, select, no_lead {Choose a supervisor.} nobody {Choose a supervisor.}
  no_members {Add members.} level {Choose a level that is there.} other {Choose somebody.}}`;

const words = <C extends string>(code: C, message: string, why: string, fix: string) =>
  ({
    [`problem.${code}.message`]: message,
    [`problem.${code}.why`]: why,
    [`problem.${code}.fix`]: fix,
  }) as Record<`problem.${C}.${"message" | "why" | "fix"}`, string>;

/** What stands against publishing a workflow, and what is worth a second look. */
export const problems: Record<ProblemSentence, string> = {
  ...words(
    "definition.unreadable",
    "{detail}",
    "The document cannot be read as a workflow.",
    "Correct the field, or take it out if it is not needed.",
  ),
  ...words(
    "start.missing",
    "No event starts this workflow.",
    "Its cases are opened by hand or by the API's trigger only.",
    "Choose an event, or leave it so.",
  ),
  ...words(
    "start.person_unresolved",
    `Cannot tell who the case is for: {form, select,
      no_path {"{field}" does not begin with data.}
      unknown {the event has no "{field}".${MEANT}}
      other {"{field}" is missing in {missing} of the last {of, plural, one {# event} other {# events}}.}}`,
    "Without a person there is nobody to follow up.",
    "Choose a field of the event, such as data.customer.",
  ),
  ...words(
    "topic.missing",
    `There is no topic "{topic}".${MEANT}`,
    "People choose by topic what reaches them, and how often.",
    "Publishing makes it, named after its key. Or choose another.",
  ),
  ...words(
    "pref.required_topic",
    `The topic "{topic}" is marked as required.`,
    "People cannot switch these messages off.",
    "Review the topic.",
  ),
  ...words(
    "due.missing",
    "Uses the due date, but the workflow has none.",
    "Its cases would stop here until somebody sets a due date.",
    "Set the workflow's due date.",
  ),
  ...words(
    "due.sometimes_missing",
    "{percent} % of recent events have no due date ({field} is missing in {missing} of {of}).",
    "Those cases will be held until somebody sets a due date.",
    "Set a default, or send the field with every event.",
  ),
  ...words(
    "send.no_content",
    `{form, select,
      other_channel {"{template}" is a content for {otherName}, not for {channelName}.}
      unfinished {"{template}" is not finished: {field} is missing or too long.}
      other {No content: there is no template "{template}".${MEANT}}}`,
    "A message without words cannot be sent.",
    "{form, select, unfinished {Finish the content.} other {Write the content, or choose another.}}",
  ),
  ...words(
    "send.locale_missing",
    `{missing} of {of} languages are missing in "{template}" ({locales}).`,
    "People who read them get the content's own language.",
    "Write the content in these languages.",
  ),
  ...words(
    "send.translation_behind",
    `{texts, plural, one {One text} other {Up to # texts}} of "{template}" changed since the translation ({locales}).`,
    "People who read it may be told something else.",
    "Look at the translation, and mark it as up to date.",
  ),
  ...words(
    "send.unknown_variable",
    `{hasTemplate, select, yes {In "{template}": } other {}}{form, select,
      unreadable {{detail}.} other {{tag} does not exist.${MEANT}}}`,
    "The message could not be written when its time comes.",
    "{form, select, unreadable {Correct the text.} other {Replace it.}}",
  ),
  ...words(
    "send.filter_type",
    `In "{template}", {field}, line {line}, column {column}: {tag} is declared as {type}, which "{filter}" may not be able to write.`,
    "The message stops when the value does not fit.",
    "Use another filter, or another value.",
  ),
  ...words(
    "send.channel_off",
    "{channelName} is not configured.",
    "Its messages would have no way out.",
    "Configure {channelName}, or use another channel.",
  ),
  ...words(
    "send.no_unsubscribe",
    `The topic "{topic}" is optional, but the email "{template}" has no preference link.`,
    "People must be able to switch off what is optional.",
    "Insert the link.",
  ),
  ...words(
    "send.promotional_no_address",
    `The stage is promotional, but the email "{template}" would leave without a postal address.`,
    "In many countries advertising must say whose it is and where they are.",
    "Enter the address under Settings, Brand.",
  ),
  ...words(
    "send.promotional_required",
    `The stage is promotional, but the topic "{topic}" is required.`,
    "Nobody can be made to take advertising: it can always be switched off.",
    "Make the topic optional, or the stage another class.",
  ),
  ...words(
    "send.no_action",
    `Nothing to press in "{template}".`,
    "Messages with an action button get more responses.",
    "Add an action.",
  ),
  ...words(
    "send.same_channel",
    "{channelName} is used twice in one step.",
    "A step sends one message per person and channel; the second would never be sent.",
    "Use another channel, or a step of its own.",
  ),
  ...words(
    "send.quiet_hours",
    "Ignores quiet hours although the topic is not required.",
    "Only what people cannot switch off may reach them in their quiet hours.",
    "Respect quiet hours, or mark the topic as required.",
  ),
  ...words("send.no_target", TARGET, "Nobody would be told.", CHOOSE_TARGET),
  ...words("escalate.no_target", TARGET, "Nobody would be told.", CHOOSE_TARGET),
  ...words(
    "escalate.self",
    "Escalates to the person who is followed up.",
    "They have not answered so far.",
    "Choose somebody else.",
  ),
  ...words(
    "escalate.loop",
    "Repeats forever.",
    "The same people would be told again and again, without an end.",
    "Set a maximum.",
  ),
  ...words(
    "escalate.nobody_to_acknowledge",
    "Everyone at level {level} must acknowledge, but it tells no person.",
    "A webhook acknowledges nothing by itself: the next level would be told in any case.",
    "Add somebody, or let one acknowledgement be enough.",
  ),
  ...words(
    "escalate.timeout_short",
    "Whoever acknowledges has less time to resolve it than they had to acknowledge.",
    "It would start again from level 1 while they are at it.",
    "Give them more time.",
  ),
  ...words(
    "wait.order",
    "“{offsetWords}” comes after “{beforeWords}”: it can never wait.",
    "Steps run in order, and that moment has passed when the flow comes here.",
    "Swap the two, or change one.",
  ),
  ...words(
    "wait.in_quiet_hours",
    "{at} falls inside the quiet hours of most people.",
    "What is sent then is held until their quiet hours end, mostly at {until}.",
    "Use {use}.",
  ),
  ...words(
    "wait.zero",
    "No wait between two messages to the same person.",
    "Both would arrive in the same minute.",
    "Insert a wait, or use one step with both channels.",
  ),
  ...words(
    "response.unreachable",
    `{form, select,
      action {Waits for the button "{name}", but no message of this workflow has it.}
      other {Waits for "{name}", but no event by that name was ever received.}}${MEANT}`,
    "{form, select, action {The answer could only come through the API.} other {The answer may never come.}}",
    "{form, select, action {Add the button to a content.} other {Send a test event.}}",
  ),
  ...words(
    "condition.invalid",
    `The condition cannot be read{hasColumn, select, yes { (line {line}, column {column})} other {}}: {detail}.`,
    "A condition that cannot be read is never true.",
    "{hasColumn, select, yes {Correct it at column {column}.} other {Correct the condition.}}",
  ),
  ...words(
    "branch.no_otherwise",
    "Some cases would fall out: there is no “otherwise”.",
    "A case for which no row is true needs a way to go on.",
    "Add “otherwise”; it may be empty.",
  ),
  ...words(
    "branch.overlap",
    `"{name}" can never be taken: an earlier row is true whenever it is.`,
    "The first row that is true wins.",
    "Reorder the rows, or change one.",
  ),
  ...words(
    "branch.unknown_variable",
    `{tag} does not exist.${MEANT}`,
    "A missing field makes the condition false.",
    "Replace it.",
  ),
  ...words(
    "split.holdout_required",
    `Keeps people without messages, but the topic "{topic}" is required.`,
    "What is owed to people is sent to them whatever their arm, so nothing would be measured.",
    "Test one extra reminder or another channel as an arm instead, or make the topic optional.",
  ),
  ...words(
    "split.same_name",
    `Two arms are called "{name}".`,
    "People are shared out and counted by the names of arms.",
    "Give one of them another name.",
  ),
  ...words(
    "stop.none",
    "Nothing stops this workflow early.",
    "People who have already answered would still be reminded.",
    "Add an event, a button or a reply that stops it.",
  ),
  ...words(
    "stop.no_until",
    `"{event}" snoozes the case, but not until when.`,
    "A snooze needs an end.",
    "Name the field of the event that holds the moment.",
  ),
  ...words(
    "close.silent",
    "Closes without telling the person or the team.",
    "Whoever was asked or brought in does not learn that it is done.",
    "Add a confirmation.",
  ),
  ...words(
    "ending.step_kind",
    `{kind, select, wait_for_response {A wait for response} split {A split} repeat {A repeat}
      escalate {An escalate} close {A close} other {This}} step cannot stand behind the end of a case.`,
    "The case is closed by then; an ending may send, wait, branch, update and call.",
    "Move it into a stage.",
  ),
  ...words(
    "cap.exceeded",
    `In the worst scenario{hasName, select, yes { ("{name}")} other {}} one person gets {messages, plural,
      one {# message} other {# messages}} in {hours, plural, one {# hour} other {# hours}} (cap {cap}).`,
    "Messages over the cap are held, or not sent.",
    "Look at the scenario, and wait longer between messages.",
  ),
  ...words(
    "never_reached",
    `{form, select, runs {No scenario reaches this step ({scenarios, plural, one {# was run} other {# were run}}).}
      other {This step is never reached.}}`,
    "{form, select, runs {Either no scenario tries it, or nobody ever gets here.} other {The case is always closed before.}}",
    "{form, select, runs {Look at the scenarios.} other {Move it before the close step, or delete it.}}",
  ),
  ...words(
    "expires_at_once",
    "The case expires right after this message.",
    "Nothing waits for an answer behind it, and the last stage is over.",
    "Add a wait for response.",
  ),
  ...words(
    "copy",
    `In "{template}": {advice}`,
    "People act on messages that say what to do, why and by when, briefly.",
    "Change the words.",
  ),
};
