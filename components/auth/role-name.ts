import type { TextKey } from "@/components/text/messages";
import type { Role } from "@/core/operator/role";

/** How a role is called, and what it may do, in the reader's language. */
export const ROLE_TEXTS = {
  viewer: { name: "members.viewer", may: "members.viewerMay" },
  responder: { name: "members.responder", may: "members.responderMay" },
  editor: { name: "members.editor", may: "members.editorMay" },
  admin: { name: "members.admin", may: "members.adminMay" },
  owner: { name: "members.owner", may: "members.ownerMay" },
} as const satisfies Record<Role, { name: TextKey; may: TextKey }>;
