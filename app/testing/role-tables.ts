import type { Role } from "@/core/operator/role";

/**
 * Who may press what: the least role. `reads` changes nothing, `own` changes only the account of
 * whoever asks, `anyone` needs no session. A viewer has the first two and nothing else.
 */
export type Least = "anyone" | "reads" | "own" | Exclude<Role, "viewer">;

export const CONSOLE = "app/(console)/[workspace]";
const AUTH = "app/(auth)";

export const ACTIONS: Record<string, Partial<Record<Least, string[]>>> = {
  // A saved view belongs to the operator who saved it.
  [`${CONSOLE}/_lists/view-actions.ts`]: {
    own: ["createListView", "updateListView", "deleteListView"],
  },
  [`${CONSOLE}/analytics/actions.ts`]: { responder: ["addNoteAction", "removeNoteAction"] },
  [`${CONSOLE}/analytics/advice-actions.ts`]: { editor: ["takeAdviceAction"] },
  [`${CONSOLE}/cases/actions.ts`]: {
    reads: ["rowsAgain", "closedAmong", "bulkState"],
    responder: ["bulk", "stopBulk", "undoBulk"],
  },
  [`${CONSOLE}/cases/[ref]/actions.ts`]: {
    responder: [
      "resolveAction",
      "acknowledgeAction",
      "takeOverAction",
      "handOverAction",
      "snoozeAction",
      "endSnoozeAction",
      "takeBackAction",
      "reassignAction",
      "escalateAction",
      "moveDueAction",
      "cancelAction",
      "reopenAction",
      "noteAction",
      "markReplyReadAction",
      "sendPlannedAction",
      "takePlannedOutAction",
      "movePlannedAction",
    ],
  },
  [`${CONSOLE}/cases/[ref]/preview-actions.ts`]: { reads: ["changePreview", "escalationPreview"] },
  [`${CONSOLE}/content/actions.ts`]: {
    editor: [
      "createTemplateAction",
      "saveTemplateAction",
      "deleteTemplateAction",
      "testSendAction",
    ],
  },
  [`${CONSOLE}/content/shared/actions.ts`]: {
    editor: [
      "createSnippetAction",
      "saveSnippetAction",
      "deleteSnippetAction",
      "createLayoutAction",
      "saveLayoutAction",
      "deleteLayoutAction",
    ],
  },
  [`${CONSOLE}/events/actions.ts`]: { responder: ["sendTestEventAction", "replayAction"] },
  [`${CONSOLE}/messages/actions.ts`]: { reads: ["rowsAgain"] },
  [`${CONSOLE}/workflows/actions.ts`]: {
    reads: ["rowsAgain"],
    editor: ["turnChosenAction"],
  },
  [`${CONSOLE}/workflows/[key]/actions.ts`]: {
    responder: ["triggerAction"],
    editor: ["publishPreview", "publishAction", "turnAction"],
  },
  [`${CONSOLE}/workflows/[key]/check-actions.ts`]: {
    editor: ["acceptCheckAction", "takeBackAcceptanceAction"],
  },
  [`${CONSOLE}/workflows/[key]/edit/actions.ts`]: {
    reads: ["draftStateAction", "loadDraftAction", "countFlowsAction"],
    // Says only that its caller is there.
    own: ["attendAction"],
    editor: ["saveDraftAction", "takeOverAction", "askAction", "handOverAction", "keepDraftAction"],
  },
  [`${CONSOLE}/workflows/[key]/experiments/actions.ts`]: { editor: ["promoteAction"] },
  [`${CONSOLE}/workflows/[key]/versions/actions.ts`]: { editor: ["restoreAction"] },
  [`${CONSOLE}/workflows/[key]/simulate/actions.ts`]: {
    editor: ["saveScenarioAction", "deleteScenarioAction"],
  },
  [`${CONSOLE}/workflows/new/actions.ts`]: {
    editor: [
      "createFromStarterAction",
      "createBlankAction",
      "duplicateAction",
      "lookAtFileAction",
      "importFileAction",
    ],
  },
  [`${CONSOLE}/people/actions.ts`]: {
    reads: ["peopleAgain"],
    responder: ["addPersonAction", "pauseChosenAction", "undoPauseAction"],
    editor: ["previewImportAction", "importAction", "addToTeamAction"],
  },
  [`${CONSOLE}/people/[id]/actions.ts`]: {
    responder: [
      "updatePersonAction",
      "addAddressAction",
      "removeAddressAction",
      "unsuppressAction",
      "recordConsentAction",
      "pausePersonAction",
      "preferChannelAction",
    ],
    admin: ["erasePersonAction", "declineErasureAction"],
  },
  [`${CONSOLE}/policies/actions.ts`]: { editor: ["savePolicyAction", "deletePolicyAction"] },
  [`${CONSOLE}/rotas/actions.ts`]: {
    editor: [
      "saveRotaAction",
      "deleteRotaAction",
      "addOverrideAction",
      "removeOverrideAction",
      "renewFeedAction",
    ],
  },
  [`${CONSOLE}/settings/actions.ts`]: { admin: ["saveSettingsAction"] },
  [`${CONSOLE}/settings/api-keys/actions.ts`]: { admin: ["createKeyAction", "revokeKeyAction"] },
  [`${CONSOLE}/settings/calendars/actions.ts`]: {
    editor: ["createCalendarAction", "changeCalendarAction", "deleteCalendarAction"],
  },
  [`${CONSOLE}/settings/channels/actions.ts`]: {
    admin: [
      "addAccountAction",
      "changeAccountAction",
      "renewSecretAction",
      "moveAccountAction",
      "turnAccountAction",
      "deleteAccountAction",
      "testAccountAction",
    ],
  },
  [`${CONSOLE}/settings/data-retention/actions.ts`]: { admin: ["countTermAction"] },
  [`${CONSOLE}/settings/members/actions.ts`]: {
    owner: [
      "inviteAction",
      "resendAction",
      "revokeInvitationAction",
      "changeRoleAction",
      "removeMemberAction",
      "linkPersonAction",
      "findPeopleAction",
      "makePasswordLinkAction",
      "dropSecondFactorAction",
    ],
  },
  [`${CONSOLE}/settings/person-side/actions.ts`]: { admin: ["savePersonSideAction"] },
  [`${CONSOLE}/settings/security/actions.ts`]: {
    own: [
      "beginFactorAction",
      "confirmFactorAction",
      "endFactorAction",
      "renewCodesAction",
      "changePasswordAction",
      "setPasswordAction",
      "endSessionAction",
      "endOtherSessionsAction",
    ],
  },
  [`${CONSOLE}/settings/suppressions/actions.ts`]: {
    responder: ["suppressAction", "liftAction"],
  },
  [`${CONSOLE}/settings/topics/actions.ts`]: {
    editor: ["createTopicAction", "changeTopicAction", "deleteTopicAction"],
  },
  [`${CONSOLE}/settings/webhooks/actions.ts`]: {
    admin: [
      "revealSecretAction",
      "addEndpointAction",
      "editEndpointAction",
      "turnEndpointAction",
      "rotateSecretAction",
      "deleteEndpointAction",
      "testEndpointAction",
      "replayDeliveryAction",
      "replayFailedAction",
    ],
  },
  [`${CONSOLE}/teams/actions.ts`]: {
    reads: ["rowsAgain"],
    editor: ["createTeamAction", "changeTeamAction", "deleteTeamAction"],
  },
  // These prove who somebody is, or act on the secret of a link: see server/auth and server/members.
  [`${AUTH}/setup/actions.ts`]: { anyone: ["submitSetup"] },
  [`${AUTH}/sign-in/actions.ts`]: { anyone: ["signIn"] },
  [`${AUTH}/sign-in/code/actions.ts`]: { anyone: ["verifyCode"] },
  [`${AUTH}/sign-in/forgot/actions.ts`]: { anyone: ["askForReset"] },
  [`${AUTH}/sign-in/invitation/[token]/actions.ts`]: { anyone: ["joinWorkspace", "joinAsNew"] },
  [`${AUTH}/sign-in/link/[token]/actions.ts`]: { anyone: ["redeemSignInLink"] },
  [`${AUTH}/sign-in/reset/[token]/actions.ts`]: { anyone: ["submitReset"] },
  "server/auth/sign-out.ts": { anyone: ["signOut"] },
};

/** Route handlers of the console: who gets an answer, at an address where there is something to get. */
export const CONSOLE_ROUTES: Record<string, { least: Role; address?: string; methods?: string[] }> =
  {
    [`${CONSOLE}/analytics/export/route.ts`]: {
      least: "viewer",
      address: "analytics/export?report=summary",
    },
    [`${CONSOLE}/cases/bulk/[job]/results/route.ts`]: { least: "viewer" },
    // The ids of an export do not fit into an address, so they are posted; nothing is changed.
    [`${CONSOLE}/cases/export/route.ts`]: {
      least: "viewer",
      address: "cases/export",
      methods: ["GET", "POST"],
    },
    [`${CONSOLE}/escalations/export/route.ts`]: {
      least: "viewer",
      address: "escalations/export",
    },
    [`${CONSOLE}/events/export/route.ts`]: {
      least: "viewer",
      address: "events/export",
      methods: ["GET", "POST"],
    },
    [`${CONSOLE}/messages/export/route.ts`]: {
      least: "viewer",
      address: "messages/export",
      methods: ["GET", "POST"],
    },
    [`${CONSOLE}/messages/[id]/preview/route.ts`]: { least: "viewer" },
    [`${CONSOLE}/palette/route.ts`]: { least: "viewer", address: "palette?q=ada" },
    [`${CONSOLE}/people/[id]/consents.json/route.ts`]: {
      least: "viewer",
      address: "people/ada/consents.json",
    },
    [`${CONSOLE}/people/[id]/export.json/route.ts`]: {
      least: "viewer",
      address: "people/ada/export.json",
    },
    [`${CONSOLE}/people/export/route.ts`]: {
      least: "viewer",
      address: "people/export",
      methods: ["GET", "POST"],
    },
    [`${CONSOLE}/settings/audit-log/export/route.ts`]: {
      least: "viewer",
      address: "settings/audit-log/export",
    },
    [`${CONSOLE}/settings/brand/preview/[what]/route.ts`]: {
      least: "viewer",
      address: "settings/brand/preview/email",
    },
    [`${CONSOLE}/settings/person-side/inbox/demo/route.ts`]: {
      least: "viewer",
      address: "settings/person-side/inbox/demo",
    },
    [`${CONSOLE}/settings/person-side/preview/route.ts`]: {
      least: "viewer",
      address: "settings/person-side/preview?person=ada",
    },
    [`${CONSOLE}/teams/export/route.ts`]: {
      least: "viewer",
      address: "teams/export",
      methods: ["GET", "POST"],
    },
    [`${CONSOLE}/workflows/export/route.ts`]: {
      least: "viewer",
      address: "workflows/export",
      methods: ["GET", "POST"],
    },
    [`${CONSOLE}/workflows/[key]/experiments/export/route.ts`]: { least: "viewer" },
    [`${CONSOLE}/workflows/[key]/export/route.ts`]: { least: "viewer" },
  };

/** Route handlers outside the console, and what guards each of them instead of a role. */
export const OTHER_ROUTES: Record<
  string,
  "API key" | "inbox token" | "session" | "secret of the link" | "signature" | "nothing"
> = {
  "app/(public)/a/[token]/route.ts": "secret of the link",
  "app/(public)/a/test/route.ts": "nothing",
  "app/(public)/c/[token]/route.ts": "secret of the link",
  "app/(public)/o/[token]/route.ts": "secret of the link",
  "app/(public)/p/[token]/address/route.ts": "secret of the link",
  "app/(public)/p/[token]/my-data/route.ts": "secret of the link",
  "app/(public)/p/[token]/route.ts": "secret of the link",
  "app/(public)/u/[token]/route.ts": "secret of the link",
  "app/(public)/v/[token]/route.ts": "secret of the link",
  "app/api/editor-left/route.ts": "session",
  "app/api/health/route.ts": "nothing",
  "app/api/hooks/[provider]/[account]/route.ts": "signature",
  "app/api/inbox/[[...rest]]/route.ts": "inbox token",
  "app/api/metrics/route.ts": "nothing",
  "app/api/ready/route.ts": "nothing",
  "app/api/rotas/[token]/route.ts": "secret of the link",
  "app/api/stream/route.ts": "session",
  "app/api/v1/[[...rest]]/route.ts": "API key",
  "app/docs/api/[asset]/route.ts": "nothing",
  "app/w/[...file]/route.ts": "nothing",
  "app/docs/api/route.ts": "nothing",
};
