import "server-only";
import { cache } from "react";
import { messagesFor } from "@/components/text/messages";
import { textOf } from "@/components/text/text";
import { findWorkspace } from "@/db/queries/workspaces";
import { requireMember } from "@/server/auth/session";
import { viewer } from "@/server/auth/viewer";
import { ctx } from "@/server/boot";
import { nowOf } from "@/server/clock/clock";

/** Who looks at a console page, at which moment, by whose clock. Asked once per request. */
export const pageView = cache(async (slug: string) => {
  const member = await requireMember(slug);
  const { workspaceId, workspace } = member;
  const [{ zone, locale }, now, row] = await Promise.all([
    viewer(workspace.timeZone),
    nowOf(ctx.db, workspaceId),
    findWorkspace(ctx.db, workspaceId),
  ]);
  return {
    member,
    workspaceId,
    slug,
    now,
    locale,
    /** The console's texts in the viewer's language. */
    t: textOf(messagesFor(locale), locale),
    viewerZone: zone,
    workspaceZone: workspace.timeZone,
    /** Whether real time passes here: a test clock stands still between two moves. */
    ticking: row?.clockAt == null,
  };
});

export type PageView = Awaited<ReturnType<typeof pageView>>;
