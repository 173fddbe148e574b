import type { MessageRow } from "@/db/queries/messages";

/** How people know a message: by its subject or title, before it is rendered by its template. */
export const messageTitle = ({ content, template }: MessageRow): string =>
  content?.subject ?? content?.title ?? template;
