import { z } from "zod";
import { Key } from "@/core/ids";
import { Channel } from "@/core/template/channel";

/** Which starters the gallery shows. */
export const GalleryParams = z.object({ channel: Channel.optional().catch(undefined) });

/** Which scenario of a starter is played. */
export const StarterParams = z.object({ scenario: Key.optional().catch(undefined) });
