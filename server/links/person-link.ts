import { LINK_DAYS_MAX } from "@/core/delivery/link-days";
import type { WorkspaceId } from "@/core/ids";
import { DAY_MS, type Instant } from "@/core/time";
import type { Ctx } from "@/server/context";
import { mintPersonToken } from "./token";

type Whose = { workspaceId: WorkspaceId; personId: string; issuedAt: Instant };

export const personPath = ({ config }: Pick<Ctx, "config">, whose: Whose): string =>
  `/p/${mintPersonToken(config.appSecret, whose)}`;

/** A link to a person's own page that no message carries, and when it stops to work. */
export const personLink = (
  ctx: Pick<Ctx, "config">,
  whose: Whose,
): { url: string; expiresAt: Instant } => ({
  url: `${ctx.config.appUrl}${personPath(ctx, whose)}`,
  expiresAt: whose.issuedAt + LINK_DAYS_MAX * DAY_MS,
});
