import { findKeyed } from "@/db/queries/keyed";
import type { Ctx } from "@/server/context";
import { brandOf } from "@/server/delivery/parcel";
import { composeEmail } from "@/server/providers/email";
import { withLink } from "./guard";
import { htmlResponse } from "./page";

/** The message as it was sent, in a browser: the email's own document, without pixel and tracked links. */
export const showMessage = (ctx: Ctx, request: Request, token: string): Promise<Response> =>
  withLink(ctx, request, token, "v", async (link) => {
    const { workspaceId, workspace, message, matter, topic } = link;
    const { appUrl, appSecret, emailFrom } = ctx.config;
    const { layout } = message.content;
    const named = layout && (await findKeyed(ctx.db, workspaceId, "layouts", layout));
    const { html } = composeEmail(
      {
        workspaceId,
        id: message.id,
        caseId: message.caseId,
        to: message.to ?? "",
        content: message.content,
        brand: brandOf(workspace, named ? named.layout : null),
        caseSubject: matter.subject,
        topic: topic && { key: topic.key, name: topic.name },
        tracked: false,
      },
      { from: emailFrom ?? "", appUrl, secret: appSecret },
    );
    const policy = { style: "'unsafe-inline'", formAction: "'none'", images: "https:" };
    return htmlResponse(html, 200, policy);
  });
