"use client";

import { type Failure, LoadFailed } from "@/components/shell/load-failed";

export default function LoadingFailed(failure: Failure) {
  return (
    <LoadFailed page="Cases" what="cases" {...failure}>
      The cases themselves are fine: they keep running, and messages keep leaving.
    </LoadFailed>
  );
}
