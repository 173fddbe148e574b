import type { WorkspaceId } from "@/core/ids";
import type { Handled } from "@/core/reply/handled";

/** What became of something that came in. */
export type Reception =
  /** It answers nothing of ours. */
  | { kind: "unknown" }
  /** It was taken before. */
  | { kind: "repeat" }
  /** It goes round in circles, or there is too much of it. */
  | { kind: "dropped" }
  /** A server's report, with all that follows. */
  | { kind: "reported" }
  /** Stop, start or help of somebody whom nothing was sent to lately. */
  | { kind: "opted" }
  | {
      kind: "taken";
      workspaceId: WorkspaceId;
      caseId: string;
      replyId: string;
      handled: Handled;
      resolved: boolean;
    };
