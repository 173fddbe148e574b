import { dayOf } from "@/core/calendar/civil";
import { toCivil } from "@/core/calendar/zone-offset";
import { AppError } from "@/core/errors";
import { paramsOf, readFilters, type Unread, unreadValues } from "@/core/filter/address";
import { reportAsked } from "@/core/filter/report-asked";
import { REPORT_LIST } from "@/core/filter/report-fields";
import { isVersionText, unreadInReport } from "@/core/filter/report-unread";
import type { WorkspaceId } from "@/core/ids";
import type { Db } from "@/db/client";
import { nowOf } from "@/server/clock/clock";
import { csvResponse } from "@/server/http/csv";
import { OF_ONE_WORKFLOW, openReport } from "./open-report";
import { reportFile } from "./report-files";

type Of = { workspaceId: WorkspaceId; slug: string; timeZone: string };

/**
 * One block of the page of numbers as CSV, `?report=trend`, or `all`. What cannot be a file answers in
 * words: 422 for what no report can be of, 404 for a report or a segment that there is not.
 */
export async function reportResponse(
  db: Db,
  { workspaceId, slug, timeZone }: Of,
  query: string,
): Promise<Response> {
  const params = paramsOf(query);
  const [name = "summary"] = new URLSearchParams(query).getAll("report");
  try {
    const filters = readFilters(REPORT_LIST.fields, params);
    // The page says what filters nothing; a file cannot, and would be of more cases than was asked for.
    refuseUnread([...unreadValues(REPORT_LIST.fields, params), ...unreadInReport(filters)]);
    const asked = reportAsked(filters, dayOf(toCivil(await nowOf(db, workspaceId), timeZone)));
    const report = await openReport(db, workspaceId, {
      ...asked.filters,
      ...asked.days,
      timeZone,
    });
    const lines = await reportFile(name, report, asked);
    if (!lines) throw new AppError("not_found", "There is no such report.");
    return csvResponse(`${name}-${slug}.csv`, lines);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const why = error.errors.map(({ path, message }) => ` ${path} ${message}.`).join("");
    return new Response(`${error.message}${why}`, { status: error.status });
  }
}

function refuseUnread(unread: readonly Unread[]): void {
  if (unread.length === 0) return;
  throw new AppError("invalid", "There is no report of this.", {
    errors: unread.map((one) => ({ path: one.field, message: whyUnread(one) })),
  });
}

function whyUnread({ field, value }: Unread): string {
  if (field === "by" && value === "version") return `version ${OF_ONE_WORKFLOW}`;
  if (field === "version" && isVersionText(value)) return OF_ONE_WORKFLOW;
  return `has no value "${value}"`;
}
