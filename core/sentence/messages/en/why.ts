import type { WhyCode } from "../sentence-code";

export const why = {
  "why.rule.opened": "The workflow opens a case when its start event arrives, or by hand.",
  "why.change.opened":
    "No case would have opened if an earlier one with the same key had still been open, or if the workflow had not been live.",
  "why.rule.early_answer": "An answer that comes up to a day before its case counts for it.",
  "why.change.early_answer":
    "The case would have stayed open if the answer had come more than a day earlier.",
  "why.rule.one_per_key": "One open case per workflow, key and person.",
  "why.change.one_per_key": "A second case would open after the first one is closed.",
  "why.rule.stale": "What comes after something else has settled the matter changes nothing.",
  "why.change.stale": "It would have counted before the case moved on.",
  "why.rule.replanned":
    "Moments that come from the due date, the zone or a calendar move with them at once.",
  "why.change.replanned": "Nothing would have moved if these had stayed the same.",
  "why.rule.due_moved": "Whoever moves the due date moves every step that counts from it.",
  "why.change.due_moved": "The plan would have stayed as it was with the old due date.",
  "why.rule.snoozed": "Nothing is sent while a case is snoozed; the plan goes on afterwards.",
  "why.change.snoozed": "Without the snooze the plan would have gone on at its own moments.",
  "why.rule.by_hand": "Somebody did it by hand; the plan did not ask for it.",
  "why.change.by_hand": "Without it, the plan would have gone on as it stood.",
  "why.rule.taken_out": "Somebody took it out of the plan; nothing takes its place.",
  "why.change.taken_out": "It would have been sent if nobody had taken it out.",
  "why.rule.resolved":
    "An answer that the workflow names, or an operator, resolves the case from anywhere.",
  "why.change.resolved": "The case would have stayed open without that answer.",
  "why.rule.expired": "A case expires when its last stage ends and nothing has settled it.",
  "why.change.expired":
    "An answer that settles it, before the end of the last stage, would have closed it instead.",
  "why.rule.limit_days": "The workflow limits how long a case may stay open.",
  "why.change.limit_days": "A higher limit in the workflow, or an answer before it was reached.",
  "why.rule.limit_messages": "The workflow limits how many messages one case may send.",
  "why.change.limit_messages": "A higher limit in the workflow, or fewer messages before this one.",
  "why.rule.reopened": "Reopening takes back what has not left and goes on where the case stood.",
  "why.change.reopened": "The case would have stayed closed if nobody had reopened it.",
  "why.rule.version": "A case keeps its version until somebody moves it to another one.",
  "why.change.version": "It would have gone on by the old version if nobody had moved it.",
  "why.rule.fault": "A case that cannot go on is set aside so that nothing wrong is sent.",
  "why.change.fault": "It goes on when the cause is gone and an operator resolves or reassigns it.",
  "why.rule.response":
    "Events, buttons and replies that the workflow names count as answers at once.",
  "why.change.response":
    "It would not have counted for another key or person, or after the case was closed.",
  "why.rule.reply":
    "An answer in words counts as a reply; a few plain words are understood, the rest goes to a person.",
  "why.change.reply":
    "“Done”, “paid” or a day, alone on a line, would have been understood; so would a button.",
  "why.rule.reply_other":
    "An answer from an address that is not the person's is kept, and never counts as theirs.",
  "why.change.reply_other": "It would have counted from an address that the person is known by.",
  "why.rule.reply_promised":
    "Whoever names a day is not reminded before 09:00 of that day, 90 days ahead at most.",
  "why.change.reply_promised": "Without a day that is understood, the plan would have gone on.",
  "why.rule.reply_stop":
    "A stop holds at once and for everything that person may stop; required topics are not among it.",
  "why.change.reply_stop": "It ends when the person asks for messages again.",
  "why.rule.reply_late": "What comes after a case was closed is kept, and changes nothing.",
  "why.change.reply_late": "It would have counted before the case was closed.",
  "why.rule.reply_machine":
    "What a machine answers is noted, never answered, and counts for nothing.",
  "why.change.reply_machine": "An answer that a person writes would have counted.",
  "why.rule.wait": "The workflow waits here until its moment has come.",
  "why.change.wait":
    "An answer ends the case at once; another due date, zone or calendar moves the moment.",
  "why.rule.passed": "A step whose moment has passed does what the workflow says for that.",
  "why.change.passed": "It would have waited for its moment if the case had come here before it.",
  "why.rule.await": "The workflow waits here for an answer, up to its limit.",
  "why.change.await": "An answer before the limit takes the other path.",
  "why.rule.condition":
    "The first path whose condition is true is taken; what is missing is false.",
  "why.change.condition": "Other values in the data, or another person, could take another path.",
  "why.rule.split": "People are assigned to an arm once, by the weights of the step.",
  "why.change.split": "Nothing: a person keeps the arm.",
  "why.rule.holdout":
    "People of the holdout get no message, so that the difference can be measured.",
  "why.change.holdout":
    "It would have been sent to a person outside the holdout, or without the holdout.",
  "why.rule.repeat":
    "The workflow repeats these steps until an answer comes or the rounds are over.",
  "why.change.repeat": "An answer ends the rounds.",
  "why.rule.escalation": "The escalation brings in each level when the one before had its time.",
  "why.change.escalation":
    "An acknowledgement or an answer before this moment would have stopped it.",
  "why.rule.acknowledged":
    "Whoever acknowledges takes the case on; the levels above are not asked.",
  "why.change.acknowledged":
    "Without the acknowledgement the next level would be brought in when the time is over.",
  "why.rule.unavailable": "Somebody who is away, paused or unknown is passed over, and it is said.",
  "why.change.unavailable": "They would have been told if they, or a deputy, had been available.",
  "why.rule.exhausted": "When every level had its time, the policy’s last resort is used.",
  "why.change.exhausted": "An acknowledgement on any level would have ended the climb.",
  "why.rule.step": "The workflow has a step for this.",
  "why.change.step": "A version without this step, or another path through it.",
  "why.rule.call_failed": "The plan goes on when a call does not answer.",
  "why.change.call_failed": "An answer in time would have been stored with the case.",
  "why.rule.missing": "A step that needs a value waits for it rather than guessing.",
  "why.change.missing": "It goes on as soon as the value is there.",
  "why.rule.preferred_channel":
    "Where a step names several channels in order, the one a person prefers goes first if it reaches them.",
  "why.change.preferred_channel":
    "It would have come by the step’s first channel if the person preferred none.",
  "why.rule.next_channel":
    "The step names several channels in order; the first that can be used is.",
  "why.change.next_channel": "It would have stayed with the first channel if that had been usable.",
  "why.rule.fallback": "The step names a second channel in case the first is not enough.",
  "why.change.fallback": "It would not have been planned without that channel in the step.",
  "why.rule.fallback_unneeded": "The second channel is only used if the first was not enough.",
  "why.change.fallback_unneeded": `It would have been sent if the earlier {channelName} had not been {unless, select,
    opened {opened} clicked {clicked} delivered {delivered} responded {answered} other {enough}} by then.`,
  "why.rule.sent": "The plan said so, and no rule stood in the way.",
  "why.change.sent":
    "An answer before that moment, or the person’s preferences, would have stopped it.",
  "why.rule.digest":
    "What waits for one person on one channel leaves as one message: collected by their choice, or held by a limit.",
  "why.change.digest":
    "It would have left at once if the topic were set to “as it happens” and no limit were reached, or if it were due within a day.",
  "why.rule.quiet_hours": "Nothing is sent during a person’s quiet hours.",
  "why.change.quiet_hours":
    "It would have left at once outside the quiet hours, or if the step ignored them.",
  "why.rule.window": "This channel is used only at allowed times.",
  "why.change.window": "It would have left at once inside the allowed times.",
  "why.rule.paused_person":
    "A person who has paused messages gets only what is required, or their duty.",
  "why.change.paused_person": "It would have left at once without the pause.",
  "why.rule.paused_workflow": "A paused workflow sends nothing.",
  "why.change.paused_workflow": "It leaves when the workflow is turned on again.",
  "why.rule.held_snoozed": "Nothing is sent while the case is snoozed.",
  "why.change.held_snoozed": "It would have left at once without the snooze.",
  "why.rule.cap": "The workspace limits messages to one person across all workflows.",
  "why.change.cap": "It would have left at once with fewer messages before it, or a higher limit.",
  "why.rule.helper":
    "What comes to a helper soon after another message is collected, so that a storm is a few lists.",
  "why.change.helper":
    "It would have left at once with more time since the last message, or without this gap in the settings.",
  "why.rule.no_provider": "Each channel needs a provider that is set up.",
  "why.change.no_provider": "It is sent when the channel’s provider is set up correctly.",
  "why.rule.provider_down":
    "While a provider does not answer, or refuses its account, nothing is handed to it.",
  "why.change.provider_down":
    "It leaves as soon as the provider takes messages again, or through another account of the channel.",
  "why.rule.undo": "What an operator’s click causes leaves 10 seconds later.",
  "why.change.undo": "Undo takes it back until then.",
  "why.rule.case_closed": "After a case is closed, only the messages of its ending leave.",
  "why.change.case_closed":
    "It would have been sent if the case had still been open at its moment.",
  "why.rule.taken": "Nobody is called in for a case that somebody has acknowledged.",
  "why.change.taken":
    "It would have been sent if nobody had acknowledged the case before its moment.",
  "why.rule.pref_topic": "People choose how often they hear about a topic.",
  "why.change.pref_topic": `It would have been sent if {hasTopic, select, yes {{topic}} other {the topic}} were on for {hasPerson, select,
    yes {{person}} other {the person}}, or if the topic were required.`,
  "why.rule.pref_channel": "People choose the channels of each topic.",
  "why.change.pref_channel": `It would have been sent if {channelName} were on for {hasTopic, select,
    yes {{topic}} other {the topic}}, or if the topic were required.`,
  "why.rule.address": "A message needs an address that is known and verified.",
  "why.change.address": "It would have been sent with a verified address for this channel.",
  "why.rule.consent": "SMS needs the person’s consent once it was withdrawn.",
  "why.change.consent": "It would have been sent with a consent newer than the withdrawal.",
  "why.rule.suppressed": "Addresses that bounced or complained are not written to.",
  "why.change.suppressed":
    "It would have been sent to another address, or after the suppression was lifted.",
  "why.rule.duplicate": "The same words go to the same address once.",
  "why.change.duplicate": "It would have been sent to a different address.",
  "why.rule.not_told": "Only people who were told of the case hear that it is over.",
  "why.change.not_told": "They would have been told if a message about the case had reached them.",
  "why.rule.not_called":
    "Addresses inside the installation’s own network, and those without https, are not called.",
  "why.change.not_called":
    "It is sent once the address is another one, or the installation allows such (ALLOW_PRIVATE_CALLS).",
  "why.rule.provider":
    "The provider decides whether it takes a message; we ask it again a few times.",
  "why.change.provider": "It is sent as soon as the provider takes it.",
  "why.rule.bounced": "The receiving system said that the address does not take messages.",
  "why.change.bounced": "A working address.",
  "why.rule.template": "A message that cannot be written whole is not sent.",
  "why.change.template": "A template without the error, or data with the missing value.",
  "why.rule.unknown": "A channel that cannot be asked twice is not tried again on a guess.",
  "why.change.unknown": "A provider that recognises repeated requests would have been asked again.",
  "why.rule.other": "This version does not know the rule behind it.",
  "why.change.other": "This version cannot say.",
} as const satisfies Record<WhyCode, string>;
