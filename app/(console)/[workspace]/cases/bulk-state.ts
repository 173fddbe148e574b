import type { BulkJob } from "@/db/queries/bulk-jobs";

/** How far a bulk job is, as the page shows it. */
export type BulkState = Omit<BulkJob, "createdAt" | "canceledAt"> & { isRunning: boolean };

export function bulkStateOf({ createdAt: _, canceledAt: __, ...job }: BulkJob): BulkState {
  return { ...job, isRunning: job.done + job.refused + job.canceled < job.total };
}
