import { findCase } from "@/db/queries/cases";
import { findKeyed } from "@/db/queries/keyed";
import type { MessageRow } from "@/db/queries/messages";
import { findWorkspace } from "@/db/queries/workspaces";
import { senderOf } from "@/server/channels/sender-of";
import type { Ctx } from "@/server/context";
import { brandOf } from "@/server/delivery/parcel";
import { composeEmail } from "@/server/providers/email";

export type EmailPreview = {
  html: string;
  text: string;
  headers: { name: string; value: string }[];
};

const NO_SENDER = "Followthrough <no-reply@localhost>";
const HREF = /href="[^"]*"/g;
const PERSONAL_LINK = (appUrl: string) =>
  new RegExp(`${RegExp.escape(appUrl)}/[a-z]/[\\w.~-]+`, "g");

/**
 * An email as the person got it, from its stored snapshot; null for another channel, and before it
 * was rendered. Its links act in the person's name, so only a sandbox shows them; elsewhere they
 * lead nowhere.
 */
export async function previewEmail(
  ctx: Pick<Ctx, "db" | "config">,
  row: MessageRow,
): Promise<EmailPreview | null> {
  const { workspaceId, caseId, content, topic } = row;
  if (row.channel !== "email" || content === null) return null;
  const { layout } = content;
  const [workspace, subject, named, look] = await Promise.all([
    findWorkspace(ctx.db, workspaceId),
    findCase(ctx.db, workspaceId, caseId),
    topic === null ? undefined : findKeyed(ctx.db, workspaceId, "topics", topic),
    layout === undefined ? undefined : findKeyed(ctx.db, workspaceId, "layouts", layout),
  ]);
  if (!workspace) return null;
  const { appUrl, appSecret: secret } = ctx.config;
  const email = composeEmail(
    {
      workspaceId,
      id: row.id,
      caseId,
      to: row.to ?? "",
      content,
      brand: brandOf(workspace, look?.layout),
      caseSubject: subject?.subject ?? "",
      topic: named ? { key: named.key, name: named.name } : null,
      tracked: false,
    },
    { from: (await senderOf(ctx, row)) ?? NO_SENDER, appUrl, secret },
  );
  const isSandbox = workspace.kind === "sandbox";
  const hidden = (text: string) =>
    isSandbox ? text : text.replace(PERSONAL_LINK(appUrl), "[personal link]");
  const headers = {
    From: email.from,
    To: email.to,
    Subject: email.subject,
    "Message-ID": email.messageId,
    ...email.headers,
  };
  return {
    html: isSandbox ? inNewTab(email.html) : email.html.replace(HREF, 'href="#"'),
    text: hidden(email.text),
    headers: Object.entries(headers).map(([name, value]) => ({ name, value: hidden(value) })),
  };
}

/** A link pressed in a preview opens beside the console, not inside the frame. */
const inNewTab = (html: string) => html.replace("<head>", '<head><base target="_blank">');
