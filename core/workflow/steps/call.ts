import { z } from "zod";
import { stepBase } from "./shared";

export const CALL_TIMEOUT_MS_MAX = 30_000;
export const CALL_BODY_MAX = 65_536;

/** A signed HTTP request; its answer can be kept on the case as `data.<saveAs>`. */
export const Call = z.strictObject({
  ...stepBase,
  kind: z.literal("call"),
  url: z.string().min(1).max(2_048),
  method: z.enum(["GET", "POST", "PUT", "PATCH", "DELETE"]).optional(),
  headers: z.record(z.string().regex(/^[A-Za-z0-9-]{1,64}$/), z.string().max(2_048)).optional(),
  body: z.union([z.string().max(CALL_BODY_MAX), z.record(z.string(), z.json())]).optional(),
  saveAs: z
    .string()
    .regex(/^[A-Za-z_]\w{0,63}$/)
    .optional(),
  timeoutMs: z.int().min(100).max(CALL_TIMEOUT_MS_MAX).optional(),
});
export type Call = z.infer<typeof Call>;
