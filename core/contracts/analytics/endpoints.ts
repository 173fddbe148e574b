import { z } from "zod";
import { endpoint } from "../endpoint";
import { EscalationsReport } from "./escalations";
import { reportQuery } from "./query";

const report = <Name extends string, Query extends z.ZodRawShape, Output extends z.ZodType>(
  name: Name,
  summary: string,
  query: Query,
  output: Output,
) =>
  endpoint("analytics:read", {
    method: "GET",
    path: `/analytics/${name}`,
    tags: ["Analytics"],
    summary,
  })
    .input(z.object({ query: z.strictObject({ ...reportQuery, ...query }).prefault({} as never) }))
    .output(output);

export const analyticsContract = {
  escalations: report(
    "escalations",
    "Escalations by level, target and team",
    {},
    EscalationsReport,
  ),
};
