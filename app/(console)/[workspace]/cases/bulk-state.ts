import type { BulkJob } from "@/db/queries/bulk-jobs";

/** How far a bulk job is, as the page shows it. */
export type BulkState = Omit<BulkJob, "params" | "createdAt" | "canceledAt"> & {
  isRunning: boolean;
};

export function bulkStateOf({
  params: _,
  createdAt: __,
  canceledAt: ___,
  ...job
}: BulkJob): BulkState {
  return { ...job, isRunning: job.done + job.refused + job.canceled < job.total };
}
