import { z } from "zod";

/** `GET /api/ready`: what has to hold before traffic is welcome. */
export const Readiness = z.object({
  ready: z.boolean(),
  checks: z.object({
    database: z.boolean(),
    worker: z.boolean(),
    auditor: z.boolean(),
  }),
});
export type Readiness = z.infer<typeof Readiness>;
