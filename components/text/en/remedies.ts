export const remedies = {
  leadOf: "Supervisor of {team}",
  leadHint:
    "Is told first when something is escalated to this team. Saved at once, for every workflow.",
  noLead: "Nobody yet",
  members: "In the team",
  others: "Other people",
} as const;
