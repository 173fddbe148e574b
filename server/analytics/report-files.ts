import { AppError } from "@/core/errors";
import type { ReportAsked } from "@/core/filter/report-asked";
import { csvLine } from "../http/csv";
import { channelsCsv } from "./channels-csv";
import { escalationsCsv } from "./escalations-csv";
import { readEscalationsReport } from "./escalations-report";
import { funnelCsv } from "./funnel-csv";
import { healthCsv } from "./health-csv";
import { heatmapCsv } from "./heatmap-csv";
import { type OpenReport, openReport } from "./open-report";
import { readChannels } from "./read-channels";
import { readFunnel } from "./read-funnel";
import { readHealth } from "./read-health";
import { readHeatmap } from "./read-heatmap";
import { readResponseTime } from "./read-response-time";
import { readSummary } from "./read-summary";
import { readTrend } from "./read-trend";
import { readWorkflows } from "./read-workflows";
import { responseTimeCsv } from "./response-time-csv";
import { summaryCsv } from "./summary-csv";
import { trendCsv } from "./trend-csv";
import { workflowsIn } from "./workflow-of";
import { workflowsCsv } from "./workflows-csv";

type Asked = Pick<ReportAsked, "days" | "compare" | "by" | "clock" | "filters">;
type Csv = (report: OpenReport, asked: Asked) => Promise<string>;

const compareOf = ({ compare }: Asked) => (compare === "none" ? undefined : compare);

/** The blocks of the page of numbers by their names in its links, in its order. */
const REPORTS: Readonly<Record<string, Csv>> = {
  summary: async (report, asked) =>
    summaryCsv(await readSummary(report, { compare: compareOf(asked) })),
  trend: async (report, asked) => trendCsv(await readTrend(report, { compare: compareOf(asked) })),
  funnel: async (report) => funnelCsv(await readFunnel(report)),
  "response-time": async (report, { clock, by }) =>
    responseTimeCsv(await readResponseTime(report, { clock, by: by === "none" ? undefined : by })),
  escalations: async ({ db, workspaceId, cohort }, { days, filters }) => {
    // As the page shows it: escalations know no segments.
    const { segment: _, ...known } = filters;
    const asked = { ...days, ...known, timeZone: cohort.zone };
    return escalationsCsv(await readEscalationsReport(db, workspaceId, asked));
  },
  channels: async (report) => channelsCsv(await readChannels(report)),
  heatmap: async (report) => heatmapCsv(await readHeatmap(report)),
  workflows: async (report) => workflowsCsv(await readWorkflows(report)),
  health: async (report) => healthCsv(await readHealth(report)),
};

/** A report that is made by nothing else: all of them. */
const ALL = "all";

/**
 * One report as the chunks of a file, or with `all` each of them one after another. Null: there is none of
 * this name. One alone is read before this returns, and throws `invalid` for what no report can be of.
 */
export async function reportFile(
  name: string,
  report: OpenReport,
  asked: Asked,
): Promise<AsyncGenerator<string> | null> {
  if (name === ALL) return allOf(report, asked);
  const csv = Object.hasOwn(REPORTS, name) ? REPORTS[name] : undefined;
  return csv ? only(await csv(report, asked)) : null;
}

async function* only(text: string): AsyncGenerator<string> {
  yield text;
}

/** Each line begins with the name of its report; the first line of each says what its cells are. */
async function* allOf(report: OpenReport, asked: Asked): AsyncGenerator<string> {
  for (const [name, csv] of Object.entries(REPORTS)) {
    // A funnel is of one workflow.
    const of = name === "funnel" ? await eachWorkflow(report, asked) : [report];
    for (const one of of) yield named(name, await orWhyNot(csv(one, asked)));
  }
}

async function eachWorkflow(report: OpenReport, { days, filters }: Asked): Promise<OpenReport[]> {
  const { db, workspaceId, cohort } = report;
  if (filters.workflow !== undefined) return [report];
  const opened: OpenReport[] = [];
  for (const workflow of await workflowsIn(report)) {
    const asked = { ...filters, ...days, workflow, timeZone: cohort.zone };
    opened.push(await openReport(db, workspaceId, asked));
  }
  return opened;
}

/** A report that cannot be of these cases leaves a line that says so, and the others in their place. */
async function orWhyNot(text: Promise<string>): Promise<string> {
  try {
    return await text;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "invalid") throw error;
    return csvLine([error.message]);
  }
}

/** A line with its end; one inside quotes is none. */
const LINE = /(?:[^"\r\n]|"[^"]*")*\r\n/g;

const named = (name: string, text: string): string =>
  (text.match(LINE) ?? []).map((line) => `${name},${line}`).join("");
