import { z } from "zod";
import { createFcm } from "@/server/providers/fcm";
import { googleKeyProblem, readGoogleKey } from "@/server/providers/google-key";
import { kind } from "./kind";

/** The file names its project and its own address; the rest of it is a secret. */
export const fcm = kind({
  Settings: z.strictObject({ projectId: z.string(), clientEmail: z.string() }),
  Secrets: z.strictObject({
    serviceAccount: z
      .string("paste the file of the service account")
      .trim()
      .superRefine((text, context) => {
        const message = googleKeyProblem(text);
        if (message !== null) context.addIssue({ code: "custom", message });
      }),
  }),
  derive: ({ serviceAccount }) => {
    const key = serviceAccount === undefined ? null : readGoogleKey(serviceAccount);
    return { projectId: key?.project_id ?? "", clientEmail: key?.client_email ?? "" };
  },
  mainSecret: () => undefined,
  sender: ({ clientEmail }) => clientEmail,
  connect: (_, { serviceAccount }) => {
    const key = readGoogleKey(serviceAccount);
    if (!key) throw new Error("Invariant violated: a service account that was checked is none");
    return createFcm({ key, baseUrl: null });
  },
});
