import { z } from "zod";

/** RFC 9457: what every refusal looks like. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    requestId: z.string(),
  })
  .meta({
    description: "A refusal (RFC 9457). `errors` names each place that is wrong.",
    examples: [
      {
        type: "about:blank",
        title: "Unprocessable Content",
        status: 422,
        detail: "The request is not valid.",
        code: "invalid",
        errors: [{ path: "person.timeZone", message: 'Unknown time zone "Mars/Olympus"' }],
        requestId: "0199b1f2-6c1e-7a34-b1a0-0f6f3c1d2e4b",
      },
    ],
  });
export type Problem = z.infer<typeof Problem>;
