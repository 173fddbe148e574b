/** What a handler says beside its value: a status other than its usual one, headers, another format. */
export type Reply = {
  status?: number;
  headers: Headers;
  /** Answered instead of the value, in its own format. */
  text?: { contentType: string; text: string };
  /** The error a handler threw, before oRPC gave it its own shape. */
  error?: unknown;
};
