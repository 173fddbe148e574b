import { z } from "zod";
import { Channel } from "@/core/template/channel";

/** The address of the list of templates. What it cannot read is left out. */
export const ContentParams = z.object({
  channel: Channel.optional().catch(undefined),
  missing: z.literal("1").optional().catch(undefined),
});
export type ContentParams = z.infer<typeof ContentParams>;

/** Those filters as an address below `path`. */
export function contentHref(path: string, { channel, missing }: ContentParams): string {
  const search = new URLSearchParams({
    ...(channel ? { channel } : {}),
    ...(missing ? { missing } : {}),
  });
  return search.size === 0 ? path : `${path}?${search}`;
}
