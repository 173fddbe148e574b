"use client";

import { type Failure, LoadFailed } from "@/components/shell/load-failed";

export default function LoadingFailed(failure: Failure) {
  return (
    <LoadFailed page="API keys" what="API keys" {...failure}>
      Only this view is affected: cases keep running, and messages keep leaving.
    </LoadFailed>
  );
}
