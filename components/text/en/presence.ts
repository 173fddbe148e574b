export const presence = {
  others: "Also here",
  does: "{name} {does, select, editing {is editing} asking {is viewing and asks to edit} other {is viewing}}",
  more: "Also here: {names}",
  asks: "{name} asks to edit.",
  handOver: "Hand over",
  notNow: "Not now",
  notSaved:
    "Not handed over: what you changed could not be saved, and {name} would not see it. Try again once it is saved.",
  ask: "{answer, select, none {Ask to edit} asked {Ask no more} other {Ask again}}",
  asked:
    "You have asked {name} to hand over. Once they do, leave, or change nothing for two minutes, you can edit.",
  refused: "{name} answered: not now.",
  takeOverTitle: "Take over from {name}?",
  takeOverMeans:
    "{name} reads from then on. You get the draft as it is stored; what {name} has not saved yet stays on their own device, and they are told.",
  given: "You can edit now. What you see is the newest draft.",
  free: "Nobody edits this draft any more: you can.",
  handed: "You handed the draft over to {name}.",
  taken:
    "{name} has taken over. What you had not saved yet is kept on this device, in the history of this editor.",
  reading: "{name} has begun to edit; you are reading.",
  dismiss: "All right",
} as const;
