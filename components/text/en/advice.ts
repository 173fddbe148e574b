/** What follows from the numbers of a workflow. */
export const advice = {
  bodyDraft: "This changes the draft: {change} Nothing is published; the editor opens on it.",
  bodyHasDraft: "The draft holds other changes too; they stay.",
  change_disable: "The step {step} is switched off.",
  change_wait_at: "After the step {step} the case goes on at {at} in its person's time.",
  change_wait_for: "The step {step} waits {hours} h.",
  costly:
    "{stage}: the message costs more opt-outs than it brings answers. {optOuts} of {of} opted out ({optLow}–{optHigh}), {answers} answered after it ({low}–{high}).",
  counted:
    "Waits from each stage's first message, opt-outs and answers by stage, and the hours of answers in people's own time. Cases opened in the period.",
  finding: "{n, plural, one {One change} other {# changes}} that the numbers speak for",
  hours:
    "{stage}: people answer most readily from {from}:00 to {to}:00 in their own time, {lift} more than at all hours. The next message leaves at another time.",
  means:
    "Only what is beyond chance: each piece of advice stands for at least 50 waits, or 200 messages with 10 opt-outs, and its 95 % limits. Compare before and after: this is no experiment.",
  none: "Nothing that the numbers speak for, or too few cases to tell.",
  of: "Answers of those who were still waiting then; opt-outs and answers of delivered messages.",
  put: "Put it into the draft",
  shorter:
    "{stage}: waiting longer than {hours} h before the next message brings nothing. {answers} of {of} answered after it ({low}–{high}).",
  title: "Advice",
};
