/** Escalation policies, and what rotas and policies have in common. */
export const policies = {
  afterwards: "When nobody is left",
  delete: "Delete policy",
  deleteBody:
    "A policy that a workflow escalates by cannot be deleted. Cases that climb by it now keep the levels they began with.",
  empty: "No escalation policies yet.",
  emptyBody:
    "A policy says who hears of a case that nobody answered, in which order, and how long each has to acknowledge. Workflows share it by name.",
  goOn: "Continue",
  kinds: "Teams and how they are reached",
  lead: "Who hears of it, level by level, when nobody answers. A change holds for climbs that begin after it.",
  levels: "Levels",
  mendFirst: "Nothing was saved: mend what is marked first.",
  nameMissing: "A policy needs a name.",
  new: "New policy",
  notFoundBody:
    "It was deleted, or belongs to another workspace. Look for it in the list of escalation policies.",
  notFoundLine: "There is no escalation policy with this key here.",
  notFoundTitle: "No such policy",
  noun: "escalation policies",
  save: "Save policy",
  usedByNobody: "Nothing yet.",
} as const;
