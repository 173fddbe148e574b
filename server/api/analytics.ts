import { escalationsCsv } from "@/server/analytics/escalations-csv";
import { readEscalationsReport } from "@/server/analytics/escalations-report";
import { api } from "./base";

export const analytics = {
  escalations: api.analytics.escalations.handler(async ({ input, context }) => {
    const { ctx, caller, reply } = context;
    const { format, timeZone = caller.timeZone, ...asked } = input.query;
    const report = await readEscalationsReport(ctx.db, caller.workspaceId, { ...asked, timeZone });
    if (format === "csv") {
      reply.text = { contentType: "text/csv; charset=utf-8", text: escalationsCsv(report) };
    }
    return report;
  }),
};
